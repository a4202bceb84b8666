using System.Globalization;
using System.Net;
using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class TypeMismatch() : PolicyRule("TYPE_MISMATCH", FindingSeverity.Warning)
{
    private static readonly string[] s_dateFormats =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    public override string Description =>
        "A condition operator is of another type than its key, such as StringEquals on aws:SourceIp, or a value is none for its "
        + "operator: no number, time, boolean, IP range or base64. The comparison then fails, or is not the one that was meant.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        ConditionUnderTest.Of(policy)
            .Where(condition => condition.Operator is not null)
            .SelectMany(condition => Check(policy, condition, condition.Operator!));

    private IEnumerable<Finding> Check(PolicyUnderTest policy, ConditionUnderTest condition, OperatorName op)
    {
        if (condition.KnownKey is { } key && !Accepts(key, op.Family) && !AreVariables(condition))
        {
            yield return Report(
                policy,
                condition.Statement,
                condition.Element,
                $"{condition.Key} is {Name(key.Type)}, and {condition.OperatorText} compares {Name(op.Family)}.",
                $"Use an operator for {Name(key.Type)}, such as {Example(key.Type)}.");
            yield break;
        }

        foreach (ValueUnderTest value in condition.Items.Where(value => !IsValue(op.Family, value.Text)))
        {
            bool isVariable = PolicyVariableText.First(value.Text) is not null;
            yield return Report(
                policy,
                value.Part,
                value.Path,
                isVariable
                    ? $"'{value.Text}' is a policy variable, and {condition.OperatorText} takes none, so it is compared as it stands."
                    : $"'{value.Text}' is no value for {condition.OperatorText}, which compares {Name(op.Family)}.",
                $"Write {Form(op.Family)}.");
        }
    }

    // An ARN can also be compared as a text, and a text may be an ARN, as in the encryption context; a time can be counted in seconds.
    private static bool Accepts(ConditionKey key, OperatorFamily family) => (key.Type, family) switch
    {
        (_, OperatorFamily.Null) => true,
        (ConditionKeyType.String, OperatorFamily.Text or OperatorFamily.Arn or OperatorFamily.Binary) => true,
        (ConditionKeyType.Arn, OperatorFamily.Arn or OperatorFamily.Text) => true,
        (ConditionKeyType.Bool, OperatorFamily.Bool) => true,
        (ConditionKeyType.Numeric, OperatorFamily.Number) => true,
        (ConditionKeyType.Date, OperatorFamily.Date or OperatorFamily.Number) => true,
        (ConditionKeyType.IPAddress, OperatorFamily.IPAddress) => true,
        _ => false,
    };

    // AWS's own examples compare an address with a variable by StringNotEquals: operators for addresses take no variables.
    private static bool AreVariables(ConditionUnderTest condition) =>
        condition.KnownKey?.Type == ConditionKeyType.IPAddress
        && condition.Operator?.Family == OperatorFamily.Text
        && condition.Texts.All(text => PolicyVariableText.First(text) is not null);

    private static bool IsValue(OperatorFamily family, string text) => family switch
    {
        OperatorFamily.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        OperatorFamily.Date => IsDate(text),
        OperatorFamily.Bool => bool.TryParse(text, out _) || PolicyVariableText.First(text) is not null,
        OperatorFamily.Null => bool.TryParse(text, out _),
        OperatorFamily.IPAddress => IsRange(text),
        OperatorFamily.Binary => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        _ => true,
    };

    private static bool IsDate(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        || DateTimeOffset.TryParseExact(text, s_dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsRange(string text)
    {
        string[] parts = text.Split('/');
        return IPAddress.TryParse(parts[0], out IPAddress? address)
            && (parts[0].Contains(':', StringComparison.Ordinal) || parts[0].Count(c => c == '.') == 3)
            && (parts.Length == 1
                || (parts.Length == 2
                    && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int bits)
                    && bits <= address.GetAddressBytes().Length * 8));
    }

    private static string Name(ConditionKeyType type) => type switch
    {
        ConditionKeyType.Arn => "an ARN",
        ConditionKeyType.Bool => "a boolean",
        ConditionKeyType.Numeric => "a number",
        ConditionKeyType.Date => "a time",
        ConditionKeyType.IPAddress => "an IP address",
        _ => "a text",
    };

    private static string Name(OperatorFamily family) => family switch
    {
        OperatorFamily.Number => "numbers",
        OperatorFamily.Date => "times",
        OperatorFamily.Bool => "booleans",
        OperatorFamily.Null => "with true and false",
        OperatorFamily.IPAddress => "IP addresses",
        OperatorFamily.Binary => "bytes",
        OperatorFamily.Arn => "ARNs",
        _ => "texts",
    };

    private static string Example(ConditionKeyType type) => type switch
    {
        ConditionKeyType.Arn => "ArnLike",
        ConditionKeyType.Bool => "Bool",
        ConditionKeyType.Numeric => "NumericLessThan",
        ConditionKeyType.Date => "DateLessThan",
        ConditionKeyType.IPAddress => "IpAddress",
        _ => "StringEquals",
    };

    private static string Form(OperatorFamily family) => family switch
    {
        OperatorFamily.Number => "a number, such as 3600",
        OperatorFamily.Date => "a time as 2026-01-31T12:00:00Z",
        OperatorFamily.Bool or OperatorFamily.Null => "true or false",
        OperatorFamily.IPAddress => "an address or a range, such as 203.0.113.0/24 or 2001:db8::/32",
        _ => "base64",
    };
}
