namespace ComprehendSharing.Findings.Rules;

internal sealed class RedundantResource() : PolicyRule("REDUNDANT_RESOURCE", FindingSeverity.Suggestion)
{
    private static readonly string[] s_elements = ["Resource", "NotResource"];

    public override string Description => "A resource is also meant by another one of the same list, by its wildcard or because it stands twice.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-resource";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from element in s_elements
        from redundant in PatternCover.Redundant(ValueUnderTest.Of(statement, element), PatternCover.CoversArn, StringComparer.Ordinal)
        select Report(policy, redundant.Value.Part, redundant.Value.Path, redundant.Message, redundant.Recommendation);
}
