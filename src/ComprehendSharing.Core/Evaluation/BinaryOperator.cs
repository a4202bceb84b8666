namespace ComprehendSharing.Evaluation;

/// <summary>The operator for bytes, which policies and requests write in base 64.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals">Binary condition operators</see></remarks>
internal static class BinaryOperator
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["BinaryEquals"] = new(IsNegated: false, TakesVariables: false, AreEqual),
    };

    private static MatchAnswer AreEqual(ExpandedText expected, string actual) => Decode(expected.Text) is { } right
        ? ConditionOperator.Answer(Decode(actual) is { } left && left.AsSpan().SequenceEqual(right))
        : MatchAnswer.NotDecided;

    private static byte[]? Decode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int count) ? bytes[..count] : null;
    }
}
