namespace ComprehendSharing.ConditionKeys;

/// <summary>A condition key that requests for an action can carry.</summary>
/// <param name="Action">The action, such as <c>comprehend:ImportModel</c>.</param>
/// <param name="Key">The key, such as <c>comprehend:ModelKmsKey</c>.</param>
/// <param name="Type">The type of the key's values.</param>
/// <param name="IsMultivalued">Whether a request can have several values for the key, so that a condition needs <c>ForAllValues</c> or <c>ForAnyValue</c>.</param>
public sealed record ConditionKeyUse(string Action, string Key, ConditionKeyType Type, bool IsMultivalued)
{
    /// <summary>The page of AWS that says so.</summary>
    public string Source { get; } = ConditionKeyTable.Source;

    /// <summary>The month of the page that was read.</summary>
    public string SourceDate { get; } = ConditionKeyTable.SourceDate;

    /// <summary>The action and the key in one line.</summary>
    public override string ToString() => $"{Action}: {Key}";
}
