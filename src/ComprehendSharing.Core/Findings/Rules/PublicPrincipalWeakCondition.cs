namespace ComprehendSharing.Findings.Rules;

internal sealed class PublicPrincipalWeakCondition() : PolicyRule("PUBLIC_PRINCIPAL_WEAK_CONDITION", FindingSeverity.Security)
{
    public override string Description =>
        "An Allow to everyone (\"*\" or {\"AWS\": \"*\"}) whose conditions do not say whose principals are meant, such as aws:SourceArn with arn:aws:comprehend:* or kms:ViaService alone. Any account that can make such a request is allowed.";

    public override string Source => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
            && statement.IsAllow
            && LimitingConditions.Of(statement.Statement).Any()
            && !LimitingConditions.NameWho(statement.Statement)
        from principal in LocatedPrincipal.Of(statement)
        where principal.Entry.IsEveryone
        select Report(
            policy,
            principal.Part,
            principal.Path,
            $"The principal '*' is limited only by {string.Join(" and ", LimitingConditions.Of(statement.Statement))}, which principals of any account can fulfil.",
            policy.Kind == PolicyKind.KeyPolicy
                ? "Name the accounts, users or roles (New-ComprehendKmsStatement writes such statements), or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount or kms:CallerAccount."
                : "Name the accounts, users or roles, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount.");
}
