using System.Globalization;

namespace ComprehendSharing.Findings.Rules;

internal sealed class RedundantConditionValue() : PolicyRule("REDUNDANT_CONDITION_VALUE", FindingSeverity.Suggestion)
{
    public override string Description =>
        "A condition value adds nothing to the others of its list: it stands twice, another's wildcard fits it, or it is a limit beside a wider limit.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-condition-value-num";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        let op = condition.Operator
        where op is not null
        from redundant in Redundant(condition.Items, op)
        select Report(policy, redundant.Value.Part, redundant.Value.Path, redundant.Message, redundant.Recommendation);

    private static IEnumerable<RedundantValue> Redundant(IReadOnlyList<ValueUnderTest> values, OperatorName op)
    {
        bool isLimit = op.Family == OperatorFamily.Number && op.BaseName.Contains("Than", StringComparison.OrdinalIgnoreCase);
        if (isLimit)
        {
            return WithinLimit(values, op.BaseName.Contains("Less", StringComparison.OrdinalIgnoreCase));
        }

        bool ignoresCase = op.BaseName.EndsWith("IgnoreCase", StringComparison.OrdinalIgnoreCase);
        StringComparer comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return PatternCover.Redundant(values, Covers(op), comparer);
    }

    private static Func<string, string, bool> Covers(OperatorName op) => (op.Family, op.HasWildcards) switch
    {
        (OperatorFamily.Arn, _) => PatternCover.CoversArn,
        (_, true) => (wide, narrow) => PatternCover.Covers(wide, narrow),
        _ => string.Equals,
    };

    private static IEnumerable<RedundantValue> WithinLimit(IReadOnlyList<ValueUnderTest> values, bool isUpper)
    {
        (ValueUnderTest Value, decimal Number)[] numbers =
        [
            .. from value in values
               where decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
               select (value, decimal.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ];
        if (numbers.Length < 2)
        {
            return [];
        }

        ValueUnderTest widest = (isUpper ? numbers.MaxBy(pair => pair.Number) : numbers.MinBy(pair => pair.Number)).Value;
        return numbers.Where(pair => pair.Value != widest).Select(pair => new RedundantValue(pair.Value, widest));
    }
}
