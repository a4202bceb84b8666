using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Templates;

/// <summary>A condition key that requests must carry, and the values that it may have.</summary>
/// <param name="Key">The key.</param>
/// <param name="Allowed">The only values; empty when any will do.</param>
internal sealed record GuardrailRequirement(ConditionKey Key, ValueList<string> Allowed)
{
    // It changes only what it is given, so a request that leaves a setting out takes nothing away from it.
    private const string PartialUpdate = "comprehend:UpdateFlywheel";

    /// <summary>The key's name without its prefix.</summary>
    public string Name => Key.Name[ConditionKeyTable.Prefix.Length..];

    /// <summary>Whether requests for an action may rightly leave out what they can carry.</summary>
    public static bool IsOptionalFor(ActionConditionKeys action) => action.Action == PartialUpdate;

    /// <summary>Whether there are requests for an action that must be refused.</summary>
    public bool IsEnforceable(ActionConditionKeys action) =>
        action.CanCarry(Key.Name) && (Allowed.Count > 0 || !IsOptionalFor(action));
}
