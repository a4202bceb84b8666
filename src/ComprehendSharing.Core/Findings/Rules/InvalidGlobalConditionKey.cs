using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidGlobalConditionKey() : PolicyRule("INVALID_GLOBAL_CONDITION_KEY", FindingSeverity.Error)
{
    public override string Description =>
        "A condition key begins with aws: and is none of AWS's global keys, or is a tag key without the name of the tag. No request carries it.";

    public override string Source => GlobalConditionKeys.Source;

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        where condition.Key.StartsWith(GlobalConditionKeys.Prefix, StringComparison.OrdinalIgnoreCase) && condition.KnownKey is null
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"'{condition.Key}' is none of the global condition keys of {GlobalConditionKeys.SourceDate}, so no request carries it.",
            KeyNameAdvice.For(condition.Key, GlobalConditionKeys.All));
}
