// The wildcards of the policy language. No regular expression: a policy is somebody else's text, and must not choose the cost.
namespace ComprehendSharing.Evaluation;

/// <summary>Matches <c>*</c> (any characters, also none) and <c>?</c> (exactly one).</summary>
internal static class WildcardMatcher
{
    /// <summary>Whether a value fits a pattern, in at most pattern length × value length steps.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="value">The value.</param>
    /// <param name="ignoreCase">Whether ASCII letters match in either case.</param>
    /// <param name="literal">Which characters of the pattern are no wildcards though they look like it; empty for none.</param>
    public static bool IsMatch(
        ReadOnlySpan<char> pattern, ReadOnlySpan<char> value, bool ignoreCase = false, ReadOnlySpan<bool> literal = default)
    {
        int p = 0;
        int v = 0;
        int star = -1;
        int resume = 0;
        while (v < value.Length)
        {
            bool isWild = p < pattern.Length && (literal.IsEmpty || !literal[p]);
            if (isWild && pattern[p] == '*')
            {
                star = p++;
                resume = v;
            }
            else if (p < pattern.Length && ((isWild && pattern[p] == '?') || AreSame(pattern[p], value[v], ignoreCase)))
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

        while (p < pattern.Length && pattern[p] == '*' && (literal.IsEmpty || !literal[p]))
        {
            p++;
        }

        return p == pattern.Length;
    }

    // AWS compares names of actions without case; they are ASCII, and no other letter is folded into them.
    private static bool AreSame(char left, char right, bool ignoreCase) =>
        left == right || (ignoreCase && char.IsAsciiLetter(left) && char.IsAsciiLetter(right) && (left | 0x20) == (right | 0x20));
}
