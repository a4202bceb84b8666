namespace ComprehendSharing.Findings.Rules;

internal sealed class ForAllValuesWithoutNullGuard() : PolicyRule("FOR_ALL_VALUES_WITHOUT_NULL_GUARD", FindingSeverity.Warning)
{
    // A request for CreateGrant always has operations, and ForAllValues on tag keys is how one limits which tags may be used, if any.
    private static readonly string[] s_excepted = ["kms:GrantOperations", "aws:TagKeys"];

    public override string Description =>
        "An Allow has ForAllValues on a key of several values that the same statement does not require. ForAllValues holds for a request that does not "
        + "carry the key, so such a request is allowed too.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        foreach (StatementUnderTest statement in policy.Statements.Where(statement => statement.IsAllow))
        {
            ConditionUnderTest[] conditions = [.. ConditionUnderTest.Of(statement)];
            foreach (ConditionUnderTest condition in conditions)
            {
                if (condition.Operator is { } op
                    && op.Has(OperatorName.ForAllValues)
                    && op.Family != OperatorFamily.Null
                    && condition.KnownKey is { IsMultivalued: true }
                    && !s_excepted.Any(condition.IsKey)
                    && condition.Items.Count > 0
                    && !conditions.Any(other => Requires(other, condition.Key)))
                {
                    yield return Report(
                        policy,
                        statement,
                        condition.Element,
                        $"{condition.OperatorText} on {condition.Key} holds also for a request without {condition.Key}, which the statement then allows.",
                        $"Add \"Null\": {{\"{condition.Key}\": \"false\"}} to the Condition, unless requests without the key are to be allowed.");
                }
            }
        }
    }

    // One encryption context key that is required is one of all the encryption context keys.
    private static bool Requires(ConditionUnderTest condition, string key) =>
        condition.Operator?.HoldsWithoutKey(condition.Texts) == false
        && (condition.IsKey(key)
            || (key.Equals("kms:EncryptionContextKeys", StringComparison.OrdinalIgnoreCase)
                && condition.Key.StartsWith("kms:EncryptionContext:", StringComparison.OrdinalIgnoreCase)));
}
