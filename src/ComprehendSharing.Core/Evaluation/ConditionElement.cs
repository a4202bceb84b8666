// All conditions of a statement must hold; of the values of one condition, one. Operators are found by family.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>The Condition element.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Evaluation logic for multiple context keys or values</see></remarks>
internal static class ConditionElement
{
    private const string IfExists = "IfExists";

    private static readonly Dictionary<string, ConditionOperator> s_operators =
        new(StringOperators.All.Concat(ArnOperators.All).Concat(BoolOperator.All));

    public static ElementMatch Match(
        PolicyStatement statement, IReadOnlyDictionary<string, string> context, PolicyVariables variables)
    {
        ElementMatch result = ElementMatch.Yes;
        foreach (PolicyCondition condition in statement.Condition)
        {
            ElementMatch match = Match(condition, Find(context, condition.Key), variables);
            if (match.Answer == MatchAnswer.No)
            {
                return match;
            }

            result = result.Answer == MatchAnswer.Yes ? match : result;
        }

        return result;
    }

    private static ElementMatch Match(PolicyCondition condition, string? actual, PolicyVariables variables)
    {
        string name = condition.Operator;
        if (name == NullOperator.Name)
        {
            return NullOperator.Holds(condition, actual) ? ElementMatch.Yes : Refuse(condition, actual);
        }

        bool ifExists = name.EndsWith(IfExists, StringComparison.Ordinal);
        if (!s_operators.TryGetValue(ifExists ? name[..^IfExists.Length] : name, out ConditionOperator? found))
        {
            return ElementMatch.NotImplemented($"the condition operator '{name}'");
        }

        if (actual is null)
        {
            return ifExists || found.IsNegated ? ElementMatch.Yes : Refuse(condition, actual);
        }

        MatchAnswer any = ElementMatch.Any(condition.Value, value => Fits(found, value, actual, variables), out string? unclear);
        return any switch
        {
            MatchAnswer.NotImplemented => ElementMatch.NotImplemented($"the policy variable in '{unclear}'"),
            MatchAnswer.Yes => found.IsNegated ? Refuse(condition, actual) : ElementMatch.Yes,
            _ => found.IsNegated ? ElementMatch.Yes : Refuse(condition, actual),
        };
    }

    private static MatchAnswer Fits(ConditionOperator found, string value, string actual, PolicyVariables variables)
    {
        if (variables.AreIn(value))
        {
            return MatchAnswer.NotImplemented;
        }

        return found.Fits(value, actual) ? MatchAnswer.Yes : MatchAnswer.No;
    }

    private static ElementMatch Refuse(PolicyCondition condition, string? actual) => ElementMatch.No(
        $"Condition {condition.Operator} {condition.Key}: expected {condition.Value}, actual {actual ?? "no such key"}");

    // The caller's dictionary may compare names with case; condition keys have none.
    private static string? Find(IReadOnlyDictionary<string, string> context, string key)
    {
        if (context.TryGetValue(key, out string? value))
        {
            return value;
        }

        foreach (KeyValuePair<string, string> pair in context)
        {
            if (pair.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return pair.Value;
            }
        }

        return null;
    }
}
