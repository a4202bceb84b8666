using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class NullRequiresAllMissing() : PolicyRule("NULL_REQUIRES_ALL_MISSING", FindingSeverity.Security)
{
    private const string RequestTag = "aws:RequestTag/";

    public override string Description =>
        "A Deny lists several keys with true under Null. All conditions of a statement must hold, so it denies only requests in which "
        + "all the keys are missing, and lets through those that carry one of them.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html";

    // Of other keys one may be meant to be enough, such as aws:SourceVpc and aws:SourceVpce.
    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where !statement.IsAllow
        let missing = Missing(statement)
        where missing.Length > 1
        select Report(
            policy,
            statement,
            ["Condition", missing[0].OperatorText],
            $"The statement denies only requests without all of {string.Join(", ", missing.Select(condition => condition.Key))}; "
            + "one that carries a single one of them is not denied.",
            "Write one Deny statement for each key, each with the actions that can carry it.");

    private static ConditionUnderTest[] Missing(StatementUnderTest statement) =>
    [
        .. ConditionUnderTest.Of(statement).Where(condition =>
            condition.Operator is { Family: OperatorFamily.Null, Qualifier.Length: 0 } op
            && op.HoldsWithoutKey(condition.Texts)
            && (condition.Key.StartsWith(ConditionKeyTable.Prefix, StringComparison.OrdinalIgnoreCase)
                || condition.Key.StartsWith(RequestTag, StringComparison.OrdinalIgnoreCase))),
    ];
}
