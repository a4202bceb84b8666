using ComprehendSharing.Aws;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>What AWS told, or why it is not known.</summary>
/// <param name="Value">What AWS told; null when it is not known.</param>
/// <param name="Unknown">Why it is not known, in one sentence.</param>
/// <param name="Remedy">How it can become known, in one sentence.</param>
/// <param name="IsMissing">Whether AWS says that there is no such thing.</param>
internal sealed record Fact<T>(T? Value, string Unknown, string Remedy, bool IsMissing = false)
    where T : class
{
    /// <summary>Asks AWS. That it refuses or does not know the item is a fact too; that it fails is an error.</summary>
    public static Fact<T> Read(Func<T> read, string remedy)
    {
        try
        {
            return new Fact<T>(read(), string.Empty, string.Empty);
        }
        catch (AwsServiceException exception) when (exception.Kind is ErrorKind.PermissionDenied or ErrorKind.NotFound)
        {
            return new Fact<T>(null, exception.Cause, remedy, exception.Kind == ErrorKind.NotFound);
        }
        catch (DocumentFormatException exception)
        {
            return new Fact<T>(null, exception.Cause, exception.Recommendation);
        }
    }
}
