// "Did you mean": the known name that a misspelt one is nearest to.
namespace ComprehendSharing.Findings;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class NearestName
{
    private const int LongestName = 128;

    /// <summary>The nearest name by edit distance without case; null when none is near: a third of its characters may differ, at most four.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        (string Name, int Distance) best = known
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .MinBy(pair => pair.Distance);
        return best.Distance <= Math.Min(name.Length / 3, 4) ? best.Name : null;
    }

    /// <summary>How many characters must be put in, taken out or replaced.</summary>
    public static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
