namespace ComprehendSharing.Findings.Rules;

internal sealed class NullWithIfExists() : PolicyRule("NULL_WITH_IF_EXISTS", FindingSeverity.Error)
{
    public override string Description => "Null stands with the suffix IfExists, which all operators but Null can have.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        where condition.Operator is { Family: OperatorFamily.Null, IsIfExists: true }
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"{condition.OperatorText} on {condition.Key}: Null asks whether the key exists, so AWS refuses IfExists behind it.",
            "Write \"Null\".");
}
