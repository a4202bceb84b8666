using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings.Rules;

internal sealed class KmsLockout() : PolicyRule("KMS_LOCKOUT", FindingSeverity.Error)
{
    public override string Description =>
        "A key policy lets nobody of the key's account call kms:PutKeyPolicy, or denies it to all whom it lets. KMS refuses such a policy (\"The new key policy will not allow you to update the key policy in the future\"); where that check is bypassed, only AWS Support can change the policy again.";

    public override string Source => "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Kind != PolicyKind.KeyPolicy || !KeyControl.IsLost(policy))
        {
            yield break;
        }

        PrincipalEntry? keeper = KeyControl.Keepers(policy).FirstOrDefault();
        StatementUnderTest? denial = keeper is null ? null : KeyControl.Denial(policy, keeper);
        yield return denial is null
            ? Report(
                policy,
                policy.Source.Root,
                string.Empty,
                $"No statement lets anybody of {policy.Owner?.Value ?? "the key's account"} call {KeyControl.PutKeyPolicy}: as a whole key policy, nobody could change it again.",
                $"Keep or add the statement of the default key policy, {KeyControl.DefaultStatement(policy)}. To add statements to the policy that the key has, use Grant-ComprehendKmsAccess.")
            : Report(
                policy,
                denial,
                [denial.Statement.Action.Count > 0 ? "Action" : "NotAction"],
                $"This Deny takes {KeyControl.PutKeyPolicy} from all who have it, such as {keeper}: nobody can change the policy again.",
                $"Take {KeyControl.PutKeyPolicy} out of the Deny, or add a condition that spares an administrator.");
    }
}
