namespace ComprehendSharing.Evaluation;

/// <summary>The operators for ARNs. ArnEquals and ArnLike behave alike; so do their negations.</summary>
/// <remarks>
/// The six parts between the colons are compared one by one, so that a wildcard does not reach over a colon; only the last
/// part may have colons of its own. A text with fewer than six parts never fits.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN condition operators</see>
/// </remarks>
internal static class ArnOperators
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["ArnEquals"] = Of(isNegated: false),
        ["ArnLike"] = Of(isNegated: false),
        ["ArnNotEquals"] = Of(isNegated: true),
        ["ArnNotLike"] = Of(isNegated: true),
    };

    private static ConditionOperator Of(bool isNegated) => new(
        isNegated, TakesVariables: true, (expected, actual) => ConditionOperator.Answer(expected.IsArnMatch(actual) == true));
}
