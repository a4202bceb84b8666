namespace ComprehendSharing.ConditionKeys;

/// <summary>A condition key.</summary>
/// <param name="Name">The name with its prefix, such as <c>comprehend:ModelKmsKey</c>; a family of keys ends in a placeholder, as <c>aws:RequestTag/${TagKey}</c> does.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsMultivalued">Whether a request can have several values for it, so that a condition needs <c>ForAllValues</c> or <c>ForAnyValue</c>.</param>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued and multivalued context keys</see></remarks>
public sealed record ConditionKey(string Name, ConditionKeyType Type, bool IsMultivalued = false)
{
    /// <summary>Whether it stands for many keys, one for each tag, encryption context key and the like.</summary>
    public bool IsFamily => Name.Contains("${", StringComparison.Ordinal);

    /// <summary>What all keys of the family begin with; the whole name where it is no family.</summary>
    internal string Prefix => IsFamily ? Name[..Name.IndexOf("${", StringComparison.Ordinal)] : Name;

    /// <summary>Whether a name in a policy is this key, or one of this family. Case has no meaning.</summary>
    /// <param name="name">The name in the policy.</param>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsFamily
            ? name.Length > Prefix.Length && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            : name.Equals(Name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
