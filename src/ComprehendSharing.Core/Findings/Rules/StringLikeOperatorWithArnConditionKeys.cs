using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class StringLikeOperatorWithArnConditionKeys()
    : PolicyRule("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", FindingSeverity.Security)
{
    public override string Description =>
        "StringLike or StringNotLike compares an ARN with a pattern that has a wildcard before the resource part. In a text * also "
        + "matches colons, so it can reach into other parts of the ARN; the operators for ARNs compare part by part.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is { Family: OperatorFamily.Text, HasWildcards: true }
        where condition.KnownKey is { Type: ConditionKeyType.Arn }
        from value in condition.Items
        where CrossesParts(value.Text)
        select Report(
            policy,
            value.Part,
            value.Path,
            $"In '{value.Text}' under {condition.OperatorText} a * of {condition.Key} also matches colons, so it is not held to one part of the ARN.",
            $"Write \"{condition.OperatorText.Replace("String", "Arn", StringComparison.OrdinalIgnoreCase)}\" with '{SixParts(value.Text)}'.");

    // With wildcards in the last part alone, the operators for texts and for ARNs say the same. "*" alone asks only for a value.
    private static bool CrossesParts(string value)
    {
        string[] parts = PolicyVariableText.Mask(value).Split(':', 6);
        return value.Trim('*').Length > 0 && parts.Take(parts.Length == 6 ? 5 : parts.Length).Any(part => part.Contains('*', StringComparison.Ordinal));
    }

    private static string SixParts(string value)
    {
        int missing = 6 - PolicyVariableText.Mask(value).Split(':', 6).Length;
        return value + string.Concat(Enumerable.Repeat(":*", missing));
    }
}
