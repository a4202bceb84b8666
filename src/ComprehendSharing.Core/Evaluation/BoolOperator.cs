namespace ComprehendSharing.Evaluation;

/// <summary>The operator for truth values.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean">Boolean condition operators</see></remarks>
internal static class BoolOperator
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["Bool"] = new(IsNegated: false, TakesVariables: true, AreEqual),
    };

    private static MatchAnswer AreEqual(ExpandedText expected, string actual) => bool.TryParse(expected.Text, out bool left)
        ? ConditionOperator.Answer(bool.TryParse(actual, out bool right) && left == right)
        : MatchAnswer.NotDecided;
}
