namespace ComprehendSharing.Tests;

/// <summary>What every error of a use case must have.</summary>
internal static class Failure
{
    public static SharingException Of(string errorId, Func<object?> action)
    {
        SharingException error = Assert.ThrowsAny<SharingException>(action);
        Assert.Equal(errorId, error.ErrorId);
        Assert.NotEmpty(error.Cause);
        Assert.NotEmpty(error.Recommendation);
        return error;
    }
}
