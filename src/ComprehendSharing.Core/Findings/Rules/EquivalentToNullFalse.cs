namespace ComprehendSharing.Findings.Rules;

internal sealed class EquivalentToNullFalse() : PolicyRule("EQUIVALENT_TO_NULL_FALSE", FindingSeverity.Suggestion)
{
    public override string Description =>
        "StringLike with \"*\" fits every value, so the condition only asks that the request carries the key. Null with false says so.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is { Family: OperatorFamily.Text, HasWildcards: true, IsNegated: false, IsIfExists: false }
            && !op.Has(OperatorName.ForAllValues)
            && condition.Texts.Contains("*")
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"{condition.OperatorText} with '*' fits every value of {condition.Key}, so it only asks that the request carries the key.",
            $"Write \"Null\": {{\"{condition.Key}\": \"false\"}}, or the values that you mean.");
}
