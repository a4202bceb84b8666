namespace ComprehendSharing.Findings.Rules;

internal sealed class TrustWithoutSourceAccount() : PolicyRule("TRUST_WITHOUT_SOURCE_ACCOUNT", FindingSeverity.Security)
{
    private const string Comprehend = "comprehend.amazonaws.com";

    public override string Description =>
        "A role lets Comprehend assume it without a condition on aws:SourceAccount or aws:SourceArn. Somebody of another account may have Comprehend act with the role (the confused deputy).";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.TrustPolicy
            && statement.IsAllow
            && StatementActions.Cover(statement, "sts:AssumeRole")
            && !LimitingConditions.NameSource(statement.Statement)
        from located in LocatedPrincipal.Of(statement)
        where located.Entry is { Type: "Service", Value: Comprehend }
        select Report(
            policy,
            located.Part,
            located.Path,
            $"{Comprehend} may assume the role on behalf of any account.",
            $"Add the condition StringEquals aws:SourceAccount with {policy.Owner?.Value ?? "the account of the role"}; New-ComprehendIdentityPolicy writes the policy, for the purposes ImportRoleTrust, TrainingRoleTrust and EndpointRoleTrust.");
}
