namespace ComprehendSharing.ConditionKeys;

/// <summary>An action and the condition keys that a request for it can carry.</summary>
/// <param name="Action">The action, such as <c>comprehend:ImportModel</c>.</param>
/// <param name="Key">The keys; the global ones that every request carries are not among them.</param>
public sealed record ActionConditionKeys(string Action, ValueList<ConditionKey> Key)
{
    /// <summary>Whether a request for the action can carry a key. Case has no meaning.</summary>
    /// <param name="key">The key's name in a policy.</param>
    public bool CanCarry(string key) => Key.Any(known => known.Matches(key));

    /// <summary>The action and its keys in one line.</summary>
    public override string ToString() => Key.Count == 0 ? Action : $"{Action}: {Key}";
}
