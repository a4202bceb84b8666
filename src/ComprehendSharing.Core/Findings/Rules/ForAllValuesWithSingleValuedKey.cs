namespace ComprehendSharing.Findings.Rules;

internal sealed class ForAllValuesWithSingleValuedKey() : PolicyRule("FOR_ALL_VALUES_WITH_SINGLE_VALUED_KEY", FindingSeverity.Security)
{
    public override string Description =>
        "ForAllValues stands before an operator on a key that has one value. The condition then also holds for a request that does "
        + "not carry the key. KMS refuses a policy that has it on kms:EncryptionContext keys or aws:RequestTag.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-forallvalues-with-single-valued-key";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        foreach (ConditionUnderTest condition in ConditionUnderTest.Of(policy))
        {
            if (condition.Operator is { } op
                && op.Has(OperatorName.ForAllValues)
                && op.Family != OperatorFamily.Null
                && condition.KnownKey is { IsMultivalued: false }
                && Consequence(policy, condition, op) is { } consequence)
            {
                yield return Report(
                    policy,
                    condition.Statement,
                    condition.Element,
                    $"{condition.Key} has one value, and {condition.OperatorText} {consequence}.",
                    $"Write \"{condition.OperatorText[(OperatorName.ForAllValues.Length + 1)..]}\".");
            }
        }
    }

    // A negated operator holds for a request without the key in any case, so in a Deny the qualifier changes nothing.
    private static string? Consequence(PolicyUnderTest policy, ConditionUnderTest condition, OperatorName op)
    {
        if (policy.Kind == PolicyKind.KeyPolicy && IsRefusedByKms(condition.Key))
        {
            return "holds also for a request without it; KMS refuses the policy with OverlyPermissiveCondition";
        }

        return (condition.Statement.IsAllow, op.IsNegated) switch
        {
            (true, _) => "holds also for a request without it, which the statement then allows",
            (false, false) => "holds also for a request without it, which the statement then denies",
            _ => null,
        };
    }

    private static bool IsRefusedByKms(string key) =>
        key.StartsWith("kms:EncryptionContext:", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase);
}
