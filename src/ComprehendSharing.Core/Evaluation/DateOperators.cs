using System.Globalization;

namespace ComprehendSharing.Evaluation;

/// <summary>The operators for points in time: W3C's forms of ISO 8601, or seconds since 1970.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date condition operators</see></remarks>
internal static class DateOperators
{
    // https://www.w3.org/TR/NOTE-datetime. Without a time zone it is UTC, as in AWS's own examples.
    private static readonly string[] s_formats =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyyMMddTHHmmssK", "yyyyMMdd",
    ];

    public static IReadOnlyDictionary<string, ConditionOperator> All { get; } = new Dictionary<string, ConditionOperator>
    {
        ["DateEquals"] = Of(order => order == 0),
        ["DateNotEquals"] = Of(order => order == 0, isNegated: true),
        ["DateLessThan"] = Of(order => order < 0),
        ["DateLessThanEquals"] = Of(order => order <= 0),
        ["DateGreaterThan"] = Of(order => order > 0),
        ["DateGreaterThanEquals"] = Of(order => order >= 0),
    };

    private static ConditionOperator Of(Func<int, bool> holds, bool isNegated = false) => new(
        isNegated,
        TakesVariables: false,
        (expected, actual) => TryParse(expected.Text, out DateTimeOffset right)
            ? ConditionOperator.Answer(TryParse(actual, out DateTimeOffset left) && holds(left.CompareTo(right)))
            : MatchAnswer.NotDecided);

    private static bool TryParse(string text, out DateTimeOffset date)
    {
        // Four digits are a year; more are seconds, but for the basic form of a date.
        if (text.Length > 8 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            bool isInRange = seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
            date = isInRange ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
            return isInRange;
        }

        return DateTimeOffset.TryParseExact(
            text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
    }
}
