// Whether one pattern makes another superfluous. It says so only when that is certain.
using ComprehendSharing.Evaluation;

namespace ComprehendSharing.Findings;

/// <summary>Compares patterns with <c>*</c> and <c>?</c>.</summary>
internal static class PatternCover
{
    // No policy has it in a name, so only a wildcard can match it.
    private const char Anything = '\u0001';

    // No name or ARN is longer. Longer texts, and lists of more pairs, are looked through for equal ones only.
    private const int LongestPattern = 2048;
    private const int MostPairs = 4_000_000;

    /// <summary>Whether every text that fits the narrow pattern also fits the wide one.</summary>
    public static bool Covers(string wide, string narrow, bool ignoreCase = false)
    {
        if (wide.Equals(narrow, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            return true;
        }

        // What a policy variable becomes is not known; as part of the narrow text it stands for itself.
        if (wide.Contains("${", StringComparison.Ordinal) || wide.Length > LongestPattern || narrow.Length > LongestPattern)
        {
            return false;
        }

        // More than the question marks of the wide pattern can take, so only its stars can.
        string many = new(Anything, Math.Min(wide.Count(c => c == '?'), LongestPattern) + 1);
        string one = narrow.Replace('?', Anything);
        string shortest = one.Replace("*", string.Empty, StringComparison.Ordinal);
        string longest = one.Replace("*", many, StringComparison.Ordinal);
        return WildcardMatcher.IsMatch(wide, shortest, ignoreCase) && WildcardMatcher.IsMatch(wide, longest, ignoreCase);
    }

    /// <summary>The same for ARNs, whose first five parts are compared one by one.</summary>
    public static bool CoversArn(string wide, string narrow)
    {
        string[] wideParts = wide.Split(':', 6);
        string[] narrowParts = narrow.Split(':', 6);
        return wide == "*" || wide == narrow || (wideParts.Length == 6
            && narrowParts.Length == 6
            && wideParts.Zip(narrowParts).All(pair => Covers(pair.First, pair.Second)));
    }

    /// <summary>The values that another value of the same list makes superfluous, each with that other; of two equal ones the later.</summary>
    public static IEnumerable<RedundantValue> Redundant(
        IReadOnlyList<ValueUnderTest> values, Func<string, string, bool> covers, StringComparer comparer)
    {
        int[] wide = [.. Enumerable.Range(0, values.Count).Where(index => values[index].Text.AsSpan().ContainsAny('*', '?'))];
        bool isLong = (long)wide.Length * values.Count > MostPairs;
        Dictionary<string, int> seen = new(comparer);
        for (int i = 0; i < values.Count; i++)
        {
            if (!seen.TryAdd(values[i].Text, i))
            {
                yield return new RedundantValue(values[i], values[seen[values[i].Text]]);
            }
            else if (!isLong && Array.FindIndex(wide, j => IsCoveredBy(i, j)) is int found and >= 0)
            {
                yield return new RedundantValue(values[i], values[wide[found]]);
            }
        }

        bool IsCoveredBy(int narrow, int wide) =>
            narrow != wide
            && covers(values[wide].Text, values[narrow].Text)
            && (wide < narrow || !covers(values[narrow].Text, values[wide].Text));
    }
}
