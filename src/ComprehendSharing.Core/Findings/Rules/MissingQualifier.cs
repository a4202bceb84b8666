namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingQualifier() : PolicyRule("MISSING_QUALIFIER", FindingSeverity.Error)
{
    public override string Description =>
        "A condition on a key of several values, such as comprehend:VpcSubnets or kms:EncryptionContextKeys, has neither ForAllValues nor ForAnyValue.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-qualifier";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        where condition.KnownKey is { IsMultivalued: true }
            && condition.Operator is { Qualifier.Length: 0 } op
            && op.Family != OperatorFamily.Null
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"A request can have several values for {condition.Key}, and {condition.OperatorText} does not say whether all or one of them must fit.",
            $"Write \"ForAllValues:{condition.OperatorText}\" where all must fit, with \"Null\": {{\"{condition.Key}\": \"false\"}} in an Allow, "
            + $"or \"ForAnyValue:{condition.OperatorText}\" where one is enough.");
}
