namespace ComprehendSharing.Findings.Rules;

internal sealed class WildcardWithoutLikeOperator() : PolicyRule("WILDCARD_WITHOUT_LIKE_OPERATOR", FindingSeverity.Warning)
{
    public override string Description =>
        "A value has * or ? under an operator that compares texts as they are, such as StringEquals: it is then no wildcard.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-wildcard-without-like-operator";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is { Family: OperatorFamily.Text, HasWildcards: false }
        from value in condition.Items
        where HasWildcard(PolicyVariableText.Mask(value.Text))
        select Report(
            policy,
            value.Part,
            value.Path,
            $"'{value.Text}' has a wildcard, and {condition.OperatorText} takes it as it stands, so it fits only the same text.",
            $"Write \"{Like(condition, op)}\".");

    // A question mark in an address is part of it.
    private static bool HasWildcard(string value) =>
        value.Contains('*', StringComparison.Ordinal)
        || (value.Contains('?', StringComparison.Ordinal) && !value.Contains("://", StringComparison.Ordinal));

    private static string Like(ConditionUnderTest condition, OperatorName op)
    {
        string family = condition.KnownKey?.Type == ConditionKeys.ConditionKeyType.Arn ? "Arn" : "String";
        string qualifier = op.Qualifier.Length == 0 ? string.Empty : op.Qualifier + ":";
        return $"{qualifier}{family}{(op.IsNegated ? "Not" : string.Empty)}Like{(op.IsIfExists ? OperatorName.IfExists : string.Empty)}";
    }
}
