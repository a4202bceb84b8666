namespace ComprehendSharing.Templates;

/// <summary>What a guardrail requires in general and cannot require of one action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Key">The condition keys that its requests never carry, or may rightly leave out.</param>
public sealed record GuardrailGap(string Action, ValueList<string> Key)
{
    /// <summary>The action and the keys in one line.</summary>
    public override string ToString() => $"{Action}: {Key}";
}
