namespace ComprehendSharing.Findings.Rules;

internal sealed class RedundantAction() : PolicyRule("REDUNDANT_ACTION", FindingSeverity.Suggestion)
{
    private static readonly string[] s_elements = ["Action", "NotAction"];

    public override string Description => "An action is also meant by another one of the same list, by its wildcard or because it stands twice.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-action";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from element in s_elements
        from redundant in PatternCover.Redundant(ValueUnderTest.Of(statement, element), Covers, StringComparer.OrdinalIgnoreCase)
        select Report(policy, redundant.Value.Part, redundant.Value.Path, redundant.Message, redundant.Recommendation);

    private static bool Covers(string wide, string narrow) => PatternCover.Covers(wide, narrow, ignoreCase: true);
}
