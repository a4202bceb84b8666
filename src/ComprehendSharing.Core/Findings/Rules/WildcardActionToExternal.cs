namespace ComprehendSharing.Findings.Rules;

internal sealed class WildcardActionToExternal() : PolicyRule("WILDCARD_ACTION_TO_EXTERNAL", FindingSeverity.Warning)
{
    public override string Description =>
        "A model or key policy allows another account all actions: comprehend:*, kms:* or *. The other account gets more than sharing a model needs, and the actions that AWS adds later too.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind is PolicyKind.ModelPolicy or PolicyKind.KeyPolicy && statement.IsAllow
        let external = LocatedPrincipal.External(policy, statement)
        where external.Count > 0
        from action in LocatedValue.Of(statement, "Action")
        where StatementActions.IsAll(action.Text)
        select Report(
            policy,
            action.Part,
            action.Path,
            $"'{action.Text}' allows {LocatedPrincipal.Names(external)}, of another account than {policy.Owner}, every action there is and will be.",
            policy.Kind == PolicyKind.KeyPolicy
                ? "Name the actions: kms:Decrypt, kms:GenerateDataKey and kms:CreateGrant share a model, each with the condition that New-ComprehendKmsStatement writes."
                : "Write \"Action\": \"comprehend:ImportModel\", as New-ComprehendModelPolicy does.");
}
