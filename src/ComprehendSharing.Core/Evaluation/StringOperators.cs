namespace ComprehendSharing.Evaluation;

/// <summary>The operators for texts.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see></remarks>
internal static class StringOperators
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["StringEquals"] = new(IsNegated: false, string.Equals),
        ["StringNotEquals"] = new(IsNegated: true, string.Equals),
        ["StringEqualsIgnoreCase"] = new(IsNegated: false, EqualsIgnoreCase),
        ["StringNotEqualsIgnoreCase"] = new(IsNegated: true, EqualsIgnoreCase),
        ["StringLike"] = new(IsNegated: false, IsLike),
        ["StringNotLike"] = new(IsNegated: true, IsLike),
    };

    private static bool EqualsIgnoreCase(string expected, string actual) =>
        expected.Equals(actual, StringComparison.OrdinalIgnoreCase);

    private static bool IsLike(string expected, string actual) => WildcardMatcher.IsMatch(expected, actual);
}
