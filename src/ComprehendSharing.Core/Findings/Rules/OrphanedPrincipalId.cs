using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class OrphanedPrincipalId() : PolicyRule("ORPHANED_PRINCIPAL_ID", FindingSeverity.Warning)
{
    public override string Description =>
        "A principal that is a unique id (AIDA… or AROA…): what AWS shows in place of a user or role that was deleted. It fits nobody, also not a new user or role of the same name, and KMS refuses every later change of a key policy that has one.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
        from located in LocatedPrincipal.All(statement)
        where located.Entry.Type == "AWS" && PolicyPrincipal.IsUniqueId(located.Entry.Value)
        select Report(
            policy,
            located.Part,
            located.Path,
            $"'{located.Entry.Value}' stands for a {(located.Entry.Value.StartsWith("AIDA", StringComparison.Ordinal) ? "user" : "role")} that was deleted.{(policy.Kind == PolicyKind.KeyPolicy ? " KMS refuses to store the policy again while it is there." : " The statement gives it nothing.")}",
            "Remove it; name the new user or role by its ARN if there is one.");
}
