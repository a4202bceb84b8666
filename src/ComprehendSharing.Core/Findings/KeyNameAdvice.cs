// What to write instead of a condition key that does not exist.
using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings;

/// <summary>Advice on misspelt condition keys.</summary>
internal static class KeyNameAdvice
{
    /// <summary>What to do about a key that is none of these.</summary>
    public static string For(string key, IReadOnlyCollection<ConditionKey> known)
    {
        if (known.FirstOrDefault(family => family.IsFamily && IsBare(key, family)) is { } bare)
        {
            return $"Write the whole key, '{bare.Name}', with a name in the place of the last part.";
        }

        return Nearest(key, known) is { } nearest
            ? $"Write '{nearest}'."
            : "Take the name from AWS's list of condition keys, or remove the condition.";
    }

    private static bool IsBare(string key, ConditionKey family) =>
        key.TrimEnd(':', '/').Equals(family.Prefix.TrimEnd(':', '/'), StringComparison.OrdinalIgnoreCase);

    // Of a family only the first part is compared; what follows is the policy's own.
    private static string? Nearest(string key, IReadOnlyCollection<ConditionKey> known)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            string? family = NearestName.Find(key[..(slash + 1)], known.Where(item => item.IsFamily).Select(item => item.Prefix));
            return family is null ? null : family + key[(slash + 1)..];
        }

        return NearestName.Find(key, known.Where(item => !item.IsFamily).Select(item => item.Name));
    }
}
