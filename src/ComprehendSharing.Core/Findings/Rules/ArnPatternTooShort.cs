namespace ComprehendSharing.Findings.Rules;

internal sealed class ArnPatternTooShort() : PolicyRule("ARN_PATTERN_TOO_SHORT", FindingSeverity.Error)
{
    public override string Description =>
        "The value of an operator for ARNs has fewer than the six parts of an ARN. Each part is compared with its own, so no ARN ever fits.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN";

    // What a variable becomes may have colons; "*" alone is not said to be an ARN or none.
    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is { Family: OperatorFamily.Arn }
        from value in condition.Items
        let parts = value.Text.Split(':').Length
        where parts < 6 && value.Text != "*" && PolicyVariableText.First(value.Text) is null
        select Report(
            policy,
            value.Part,
            value.Path,
            $"'{value.Text}' has {parts} of the 6 parts of an ARN, so no value of {condition.Key} ever fits it, and {condition.OperatorText} "
            + (op.IsNegated ? "always holds for it." : "never holds for it."),
            value.Text.StartsWith("arn:", StringComparison.Ordinal) && value.Text.EndsWith('*')
                ? $"Write '{value.Text}{string.Concat(Enumerable.Repeat(":*", 6 - parts))}', or a narrower pattern of six parts."
                : "Write an ARN, arn:partition:service:region:account-id:resource; each part may have wildcards.");
}
