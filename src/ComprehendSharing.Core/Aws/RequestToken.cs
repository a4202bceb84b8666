namespace ComprehendSharing.Aws;

/// <summary>The client request token with which a call can be repeated without making a second thing.</summary>
internal static class RequestToken
{
    private const int MaxLength = 64;

    public static string New() => Guid.NewGuid().ToString();

    /// <summary>Whether a text is a token (API shape ClientRequestTokenString).</summary>
    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
