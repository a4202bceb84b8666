using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidServiceConditionKey() : PolicyRule("INVALID_SERVICE_CONDITION_KEY", FindingSeverity.Error)
{
    public override string Description =>
        "A condition key begins with comprehend: or kms: and is none of the service's, so no request carries it. Keys of other services are not looked at.";

    public override string Source => ConditionKeyTable.Source;

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
    [
        .. Check(policy, ConditionKeyTable.Prefix, "Comprehend", ConditionKeyTable.ServiceKeys),
        .. Check(policy, KmsTable.Prefix, "KMS", KmsTable.ConditionKeys),
    ];

    private IEnumerable<Finding> Check(PolicyUnderTest policy, string prefix, string service, ValueList<ConditionKey> known) =>
        from condition in ConditionUnderTest.Of(policy)
        where condition.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && condition.KnownKey is null
        select Report(
            policy,
            condition.Statement,
            condition.Element,
            $"'{condition.Key}' is no condition key of {service}, so no request carries it.",
            KeyNameAdvice.For(condition.Key, known));
}
