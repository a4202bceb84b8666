using System.Globalization;

namespace ComprehendSharing.Evaluation;

/// <summary>The operators for whole and decimal numbers.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric">Numeric condition operators</see></remarks>
internal static class NumericOperators
{
    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["NumericEquals"] = Of(order => order == 0),
        ["NumericNotEquals"] = Of(order => order == 0, isNegated: true),
        ["NumericLessThan"] = Of(order => order < 0),
        ["NumericLessThanEquals"] = Of(order => order <= 0),
        ["NumericGreaterThan"] = Of(order => order > 0),
        ["NumericGreaterThanEquals"] = Of(order => order >= 0),
    };

    /// <param name="holds">What the order of the request's value and the policy's must be.</param>
    /// <param name="isNegated">Whether it is the Not form.</param>
    private static ConditionOperator Of(Func<int, bool> holds, bool isNegated = false) => new(
        isNegated,
        TakesVariables: false,
        (expected, actual) => TryParse(expected.Text, out decimal right)
            ? ConditionOperator.Answer(TryParse(actual, out decimal left) && holds(left.CompareTo(right)))
            : MatchAnswer.NotDecided);

    private static bool TryParse(string text, out decimal number) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
}
