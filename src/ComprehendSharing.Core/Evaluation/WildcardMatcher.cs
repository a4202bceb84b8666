// The wildcards of the policy language. No regular expression: a policy is somebody else's text, and must not choose the cost.
namespace ComprehendSharing.Evaluation;

/// <summary>Matches <c>*</c> (any characters, also none) and <c>?</c> (exactly one).</summary>
internal static class WildcardMatcher
{
    /// <summary>Whether a value fits a pattern, in at most pattern length × value length steps.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> value, bool ignoreCase = false)
    {
        int p = 0;
        int v = 0;
        int star = -1;
        int resume = 0;
        while (v < value.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = v;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || AreSame(pattern[p], value[v], ignoreCase)))
            {
                p++;
                v++;
            }
            else if (star >= 0)
            {
                // Only the last star needs another try: what the stars before it took can stay as it is.
                p = star + 1;
                v = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private static bool AreSame(char left, char right, bool ignoreCase) =>
        left == right || (ignoreCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
