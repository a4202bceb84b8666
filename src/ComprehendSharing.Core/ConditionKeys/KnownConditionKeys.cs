namespace ComprehendSharing.ConditionKeys;

/// <summary>The condition keys of Comprehend, of KMS and of all services.</summary>
internal static class KnownConditionKeys
{
    private static readonly IReadOnlyList<ConditionKey> s_all =
        [.. ConditionKeyTable.ServiceKeys, .. KmsTable.ConditionKeys, .. GlobalConditionKeys.All];

    /// <summary>The key of a name in a policy; null for those of other services, and for misspelt ones.</summary>
    public static ConditionKey? Find(string name) => s_all.FirstOrDefault(key => key.Matches(name));
}
