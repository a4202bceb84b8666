namespace ComprehendSharing.Tests;

/// <summary>What every refusal of a value must have.</summary>
internal static class Refusal
{
    public static SharingException Of(string? value, string errorId, Func<object> read)
    {
        SharingException error = Assert.Throws<SharingException>(read);
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(ErrorKind.InvalidArgument, error.Kind);
        Assert.Equal(value, error.Target);
        Assert.Contains($"'{(value?.Length > 200 ? value[..200] + "…" : value)}'", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Recommendation);
        Assert.True(error.Message.Length < 5000, "A hostile value must not fill the screen.");
        return error;
    }
}
