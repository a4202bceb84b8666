namespace ComprehendSharing.Evaluation;

/// <summary>A text of a policy after its variables were replaced.</summary>
/// <param name="Text">The text.</param>
/// <param name="Literal">Which characters came from variables, and so are no wildcards; null when none did.</param>
internal readonly record struct ExpandedText(string Text, bool[]? Literal)
{
    public bool IsWildcardMatch(string value) => WildcardMatcher.IsMatch(Text, value, ignoreCase: false, Literal);

    /// <summary>Compares two ARNs part by part, so that a wildcard does not reach over a colon; only the last part may have colons.</summary>
    /// <returns>Null when the text has fewer than six parts.</returns>
    public bool? IsArnMatch(string value)
    {
        const int PartCount = 6;
        ReadOnlySpan<char> pattern = Text;
        ReadOnlySpan<char> actual = value;
        ReadOnlySpan<bool> literal = Literal;
        bool fits = true;
        for (int part = 1; part < PartCount; part++)
        {
            int end = pattern.IndexOf(':');
            if (end < 0)
            {
                return null;
            }

            int actualEnd = actual.IndexOf(':');
            fits = fits
                && actualEnd >= 0
                && WildcardMatcher.IsMatch(pattern[..end], actual[..actualEnd], ignoreCase: false, literal.IsEmpty ? literal : literal[..end]);
            pattern = pattern[(end + 1)..];
            literal = literal.IsEmpty ? literal : literal[(end + 1)..];
            actual = fits ? actual[(actualEnd + 1)..] : actual;
        }

        return fits && WildcardMatcher.IsMatch(pattern, actual, ignoreCase: false, literal);
    }
}
