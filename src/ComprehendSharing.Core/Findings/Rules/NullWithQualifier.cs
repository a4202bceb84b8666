namespace ComprehendSharing.Findings.Rules;

internal sealed class NullWithQualifier() : PolicyRule("NULL_WITH_QUALIFIER", FindingSeverity.Suggestion)
{
    public override string Description =>
        "Null stands behind ForAllValues, with which it always holds, or behind ForAnyValue, with which it never does.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is { Family: OperatorFamily.Null, Qualifier.Length: > 0 }
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"{condition.OperatorText} on {condition.Key} {(op.Has(OperatorName.ForAllValues) ? "always" : "never")} holds, whatever the request carries.",
            "Write \"Null\" without the qualifier; it asks about the key, and not about its values.");
}
