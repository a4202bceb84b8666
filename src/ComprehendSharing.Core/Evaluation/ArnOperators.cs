namespace ComprehendSharing.Evaluation;

/// <summary>The operators for ARNs. ArnEquals and ArnLike behave alike; so do their negations.</summary>
/// <remarks>
/// The six parts between the colons are compared one by one, so that a wildcard does not reach over a colon; only the last
/// part may have colons of its own. A text with fewer than six parts never fits.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN condition operators</see>
/// </remarks>
internal static class ArnOperators
{
    private const int PartCount = 6;

    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["ArnEquals"] = new(IsNegated: false, IsLike),
        ["ArnLike"] = new(IsNegated: false, IsLike),
        ["ArnNotEquals"] = new(IsNegated: true, IsLike),
        ["ArnNotLike"] = new(IsNegated: true, IsLike),
    };

    private static bool IsLike(string expected, string actual)
    {
        string[] patterns = expected.Split(':', PartCount);
        string[] parts = actual.Split(':', PartCount);
        return patterns.Length == PartCount
            && parts.Length == PartCount
            && patterns.Zip(parts).All(pair => WildcardMatcher.IsMatch(pair.First, pair.Second));
    }
}
