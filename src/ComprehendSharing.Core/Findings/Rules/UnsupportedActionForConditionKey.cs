using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedActionForConditionKey() : PolicyRule("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", FindingSeverity.Error)
{
    private const int MostNames = 4;

    public override string Description =>
        "A condition is on a Comprehend key that requests for some of the statement's actions never carry. An Allow then never allows "
        + "these actions; a Deny always denies them where the condition holds without the key, as Null with true and negated operators "
        + "do, and has no effect on them otherwise.";

    public override string Source => ConditionKeyTable.Source;

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) => policy.Statements.SelectMany(statement => Check(policy, statement));

    private IEnumerable<Finding> Check(PolicyUnderTest policy, StatementUnderTest statement)
    {
        ConditionUnderTest[] conditions =
        [
            .. ConditionUnderTest.Of(statement).Where(
                condition => condition.Operator is not null && ConditionKeyTable.ServiceKeys.Any(key => key.Matches(condition.Key))),
        ];
        if (conditions.Length == 0)
        {
            yield break;
        }

        ActionConditionKeys[] actions = [.. statement.Statement.Action.SelectMany(ConditionKeyTable.Find).Distinct()];
        foreach (ConditionUnderTest condition in conditions)
        {
            bool holds = HoldsWithoutKey(condition);
            string[] without =
            [
                .. from action in actions
                   where !action.CanCarry(condition.Key) && IsWorthSaying(statement, action, conditions, holds)
                   select action.Action,
            ];
            if (without.Length > 0)
            {
                yield return Report(
                    policy,
                    statement,
                    condition.Element,
                    $"Requests for {Names(without)} never carry {condition.Key}, {Consequence(statement, holds)}.",
                    Recommendation(condition.Key, actions));
            }
        }
    }

    // An Allow whose condition holds without the key allows what it says. In a Deny another condition that never holds for the
    // action undoes this one, and an action that only a wildcard brings in was not promised to be denied.
    private static bool IsWorthSaying(
        StatementUnderTest statement, ActionConditionKeys action, ConditionUnderTest[] conditions, bool holds)
    {
        if (statement.IsAllow)
        {
            return !holds;
        }

        return holds
            ? conditions.All(other => action.CanCarry(other.Key) || HoldsWithoutKey(other))
            : statement.Statement.Action.Contains(action.Action, StringComparer.OrdinalIgnoreCase);
    }

    private static bool HoldsWithoutKey(ConditionUnderTest condition) => condition.Operator!.HoldsWithoutKey(condition.Texts);

    private static string Consequence(StatementUnderTest statement, bool holds) => (statement.IsAllow, holds) switch
    {
        (true, _) => "so the condition is false for them and the statement never allows them",
        (false, true) => "so the condition is true for them and the statement always denies them, whatever the request says",
        (false, false) => "so the condition is false for them and the statement never denies them",
    };

    private static string Recommendation(string key, ActionConditionKeys[] actions)
    {
        string[] carriers = [.. actions.Where(action => action.CanCarry(key)).Select(action => action.Action)];
        return carriers.Length == 0
            ? $"Remove {key}: of all actions only {Names([.. ConditionKeyTable.FindByKey(key).Select(row => row.Action)])} carry it."
            : $"Keep {key} in a statement for {Names(carriers)} alone, and put the other actions into a statement without it.";
    }

    private static string Names(string[] names) => names.Length <= MostNames + 1
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} other actions";
}
