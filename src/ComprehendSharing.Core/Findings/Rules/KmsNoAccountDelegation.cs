namespace ComprehendSharing.Findings.Rules;

internal sealed class KmsNoAccountDelegation() : PolicyRule("KMS_NO_ACCOUNT_DELEGATION", FindingSeverity.Warning)
{
    public override string Description =>
        "No statement of a key policy allows anything to the key's own account. IAM policies then give no access to the key, and it becomes unmanageable when the users and roles that the policy names are deleted.";

    public override string Source => "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        // Where nobody has control at all, that is the finding.
        bool isDelegated = policy.Statements.Any(
            statement => statement.IsAllow
                && (statement.Statement.NotPrincipal.Count > 0
                    || statement.Statement.Principal.Any(entry => KeyControl.IsAccount(policy, entry))));
        return policy.Kind == PolicyKind.KeyPolicy && !isDelegated && !KeyControl.IsAwsManaged(policy) && !KeyControl.IsLost(policy)
            ?
            [
                Report(
                    policy,
                    policy.Source.Root,
                    string.Empty,
                    $"No statement names the account {policy.Owner?.Value ?? "of the key"} itself: IAM policies give no access to the key, and only {string.Join(", ", KeyControl.Keepers(policy).Distinct())} can change this policy.",
                    $"Add the statement of the default key policy, {KeyControl.DefaultStatement(policy)}."),
            ]
            : [];
    }
}
