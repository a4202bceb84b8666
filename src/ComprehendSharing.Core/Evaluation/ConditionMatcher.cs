// One line of a Condition element. How a set prefix, IfExists, Not and a missing key work together is in Compare.
using System.Collections.Frozen;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Compares one condition key of a request with the values of a policy.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued vs. multivalued context keys</see></remarks>
internal sealed class ConditionMatcher
{
    private const string IfExists = "IfExists";
    private const string ForAllValues = "ForAllValues:";
    private const string ForAnyValue = "ForAnyValue:";
    public const string NullOperator = "Null";

    private static readonly FrozenDictionary<string, ConditionOperator> s_operators = StringOperators.All
        .Concat(ArnOperators.All)
        .Concat(BoolOperator.All)
        .Concat(NumericOperators.All)
        .Concat(DateOperators.All)
        .Concat(BinaryOperator.All)
        .Concat(IpAddressOperators.All)
        .ToFrozenDictionary();

    private readonly PolicyCondition _condition;
    private readonly string? _set;
    private readonly bool _isNull;
    private readonly bool _ifExists;
    private readonly ConditionOperator? _operator;
    private readonly PolicyText[] _values;

    public ConditionMatcher(PolicyCondition condition, PolicyDocument document)
    {
        _condition = condition;
        string name = condition.Operator;
        _set = new[] { ForAllValues, ForAnyValue }.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        name = name[(_set?.Length ?? 0)..];
        _isNull = name == NullOperator && _set is null;
        _ifExists = name.EndsWith(IfExists, StringComparison.Ordinal);
        _operator = s_operators.GetValueOrDefault(_ifExists ? name[..^IfExists.Length] : name);
        _values = [.. condition.Value.Select(value => PolicyText.Of(value, document))];
    }

    /// <summary>The condition operators without set prefix and IfExists, and Null.</summary>
    public static IEnumerable<string> OperatorNames => [.. s_operators.Keys, NullOperator];

    private string Element => $"Condition {_condition.Operator} {_condition.Key}";

    public MatchAnswer Match(RequestView request, MatchNotes? notes)
    {
        if (_operator is null && !_isNull)
        {
            notes?.NotDecided(Element, $"the condition operator '{_condition.Operator}' is not implemented");
            return MatchAnswer.NotDecided;
        }

        ValueList<string>? actual = request.Find(_condition.Key, out string? problem);
        MatchAnswer answer = problem is not null
            ? MatchAnswer.NotDecided
            : _isNull ? MatchNull(actual, out problem) : Compare(actual, request, out problem);
        if (answer == MatchAnswer.NotDecided)
        {
            notes?.NotDecided(Element, problem!);
        }
        else if (answer == MatchAnswer.No)
        {
            notes?.Mismatch(Element, _condition.Value, (object?)actual ?? "no such key");
        }

        return answer;
    }

    // true: the key must be missing. A key without a value is missing too.
    private MatchAnswer MatchNull(ValueList<string>? actual, out string? problem)
    {
        problem = null;
        bool isMissing = actual is not { Count: > 0 };
        foreach (PolicyText value in _values)
        {
            if (!bool.TryParse(value.Text, out bool mustBeMissing))
            {
                problem = $"'{value.Text}' is neither true nor false";
                return MatchAnswer.NotDecided;
            }

            if (mustBeMissing == isMissing)
            {
                return MatchAnswer.Yes;
            }
        }

        return MatchAnswer.No;
    }

    private MatchAnswer Compare(ValueList<string>? actual, RequestView request, out string? problem)
    {
        problem = null;
        if (actual is not { Count: > 0 })
        {
            bool isMatch = _ifExists || (_set is null ? _operator!.IsNegated : _set == ForAllValues);
            return ConditionOperator.Answer(isMatch);
        }

        if (_set is null)
        {
            if (actual.Count == 1)
            {
                return CompareOne(actual[0], request, ref problem);
            }

            problem = $"{_condition.Key} has {actual.Count} values, and '{_condition.Operator}' has neither ForAllValues: nor ForAnyValue:";
            return MatchAnswer.NotDecided;
        }

        // "A null data set, such as an empty string" counts as no value.
        MatchAnswer decisive = _set == ForAllValues ? MatchAnswer.No : MatchAnswer.Yes;
        MatchAnswer result = _set == ForAllValues ? MatchAnswer.Yes : MatchAnswer.No;
        foreach (string value in actual)
        {
            MatchAnswer one = value.Length == 0 ? result : CompareOne(value, request, ref problem);
            if (one == decisive)
            {
                return decisive;
            }

            result = one == MatchAnswer.NotDecided ? one : result;
        }

        return result;
    }

    /// <summary>One value of the request with those of the policy: one must fit; for a Not form none.</summary>
    private MatchAnswer CompareOne(string actual, RequestView request, ref string? problem)
    {
        MatchAnswer any = MatchAnswer.No;
        foreach (PolicyText value in _values)
        {
            MatchAnswer answer = Fits(value, actual, request, ref problem);
            if (answer == MatchAnswer.Yes)
            {
                any = answer;
                break;
            }

            any = answer == MatchAnswer.NotDecided ? answer : any;
        }

        return any switch
        {
            MatchAnswer.Yes when _operator!.IsNegated => MatchAnswer.No,
            MatchAnswer.No when _operator!.IsNegated => MatchAnswer.Yes,
            _ => any,
        };
    }

    private MatchAnswer Fits(PolicyText value, string actual, RequestView request, ref string? problem)
    {
        if (value.HasVariables && !_operator!.TakesVariables)
        {
            problem ??= $"'{_condition.Operator}' takes no policy variables, such as the one in '{value.Text}'";
            return MatchAnswer.NotDecided;
        }

        MatchAnswer expansion = value.TryExpand(request, out ExpandedText expanded, out string? unclear);
        MatchAnswer answer = expansion == MatchAnswer.Yes ? _operator!.Fits(expanded, actual) : expansion;
        if (answer == MatchAnswer.NotDecided)
        {
            problem ??= unclear ?? $"'{value.Text}' is no value for '{_condition.Operator}'";
        }

        return answer;
    }
}
