namespace ComprehendSharing.Findings.Rules;

internal sealed class KmsAdminToExternal() : PolicyRule("KMS_ADMIN_TO_EXTERNAL", FindingSeverity.Security)
{
    // What takes the key from its owner, or its users' access from them.
    private static readonly string[] s_actions =
    [
        "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DeleteImportedKeyMaterial", "kms:ImportKeyMaterial",
        "kms:ReplicateKey", "kms:UpdatePrimaryRegion",
    ];

    // The only one of them that KMS accepts from another account.
    private const string RevokeGrant = "kms:RevokeGrant";

    public override string Description =>
        "A key policy allows another account to administer the key: kms:PutKeyPolicy, kms:ScheduleKeyDeletion, kms:DisableKey and their like, or kms:RevokeGrant on any grant. KMS accepts only the last of these from another account; to share a key nobody needs any of them, so the account is probably the wrong one, or the action list is a copy of the administrators'.";

    public override string Source => "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.KeyPolicy && statement.IsAllow
        let external = LocatedPrincipal.External(policy, statement)
        let actions = Actions(statement)
        where external.Count > 0 && actions.Count > 0
        select Report(
            policy,
            statement,
            [statement.Statement.Action.Count > 0 ? "Action" : "NotAction"],
            $"{LocatedPrincipal.Names(external)}, of another account than {policy.Owner}, may administer the key: {string.Join(", ", actions)}. {Consequence(actions)}",
            "Give another account kms:Decrypt, kms:GenerateDataKey and kms:CreateGrant alone, as Grant-ComprehendKmsAccess does, and keep the administration of the key in its own account.");

    private static IReadOnlyList<string> Actions(StatementUnderTest statement)
    {
        // The console's own statement for other accounts: grants that AWS services made for them.
        bool isForServices = LimitingConditions.Have(statement.Statement, "kms:GrantIsForAWSResource");
        return StatementActions.Covered(statement, isForServices ? s_actions : [.. s_actions, RevokeGrant]);
    }

    private static string Consequence(IReadOnlyList<string> actions)
    {
        string revocation = actions.Contains(RevokeGrant) ? $"{RevokeGrant} lets it take every grant on the key away. " : string.Empty;
        return actions.Any(action => action != RevokeGrant)
            ? $"{revocation}KMS does not accept the administrators' actions from another account, so the account id or the list of actions is wrong."
            : revocation.TrimEnd();
    }
}
