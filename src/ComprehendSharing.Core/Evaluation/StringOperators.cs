namespace ComprehendSharing.Evaluation;

/// <summary>The operators for texts.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see></remarks>
internal static class StringOperators
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["StringEquals"] = Of(AreEqual),
        ["StringNotEquals"] = Not(AreEqual),
        ["StringEqualsIgnoreCase"] = Of(AreEqualIgnoringCase),
        ["StringNotEqualsIgnoreCase"] = Not(AreEqualIgnoringCase),
        ["StringLike"] = Of(IsLike),
        ["StringNotLike"] = Not(IsLike),
    };

    private static ConditionOperator Of(Func<ExpandedText, string, MatchAnswer> fits) => new(IsNegated: false, TakesVariables: true, fits);

    private static ConditionOperator Not(Func<ExpandedText, string, MatchAnswer> fits) => new(IsNegated: true, TakesVariables: true, fits);

    private static MatchAnswer AreEqual(ExpandedText expected, string actual) => ConditionOperator.Answer(expected.Text == actual);

    private static MatchAnswer AreEqualIgnoringCase(ExpandedText expected, string actual) =>
        ConditionOperator.Answer(expected.Text.Equals(actual, StringComparison.OrdinalIgnoreCase));

    private static MatchAnswer IsLike(ExpandedText expected, string actual) => ConditionOperator.Answer(expected.IsWildcardMatch(actual));
}
