namespace ComprehendSharing.Findings.Rules;

internal sealed class RestrictAccessToServicePrincipal() : PolicyRule("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", FindingSeverity.Security)
{
    // What reads or writes with the key, or lets others do so. To describe a key is harmless.
    private static readonly string[] s_uses =
    [
        "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateDataKeyPair",
        "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:CreateGrant", "kms:Sign", "kms:GenerateMac", "kms:PutKeyPolicy",
    ];

    public override string Description =>
        "A model or key policy allows an AWS service to act without a condition that says for whom, such as aws:SourceAccount or aws:SourceArn. The service does so for other accounts as well (the confused deputy). Statements for a key's metadata alone are left out; for trust policies see TRUST_WITHOUT_SOURCE_ACCOUNT.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind is PolicyKind.ModelPolicy or PolicyKind.KeyPolicy
            && statement.IsAllow
            && !LimitingConditions.NameSource(statement.Statement)
            && (policy.Kind == PolicyKind.ModelPolicy || StatementActions.Covered(statement, s_uses).Count > 0)
        from located in LocatedPrincipal.Of(statement)
        where located.Entry.Type == "Service"
        select Report(
            policy,
            located.Part,
            located.Path,
            $"The service '{located.Entry.Value}' may do this on behalf of any account.",
            $"Add the condition StringEquals aws:SourceAccount with {policy.Owner?.Value ?? "your account id"}, or ArnLike aws:SourceArn with the resource for which the service acts.");
}
