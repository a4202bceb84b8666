namespace ComprehendSharing.Findings.Rules;

internal sealed class AllowWithNotPrincipal() : PolicyRule("ALLOW_WITH_NOT_PRINCIPAL", FindingSeverity.Security)
{
    public override string Description =>
        "An Allow with NotPrincipal. It allows everyone in the world but those it names, anonymous callers included.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy && statement.IsAllow && statement.Statement.NotPrincipal.Count > 0
        select Report(
            policy,
            statement,
            ["NotPrincipal"],
            $"An Allow with NotPrincipal {statement.Statement.NotPrincipal} allows everyone else in the world.",
            "Write Principal with those who are meant, and a Deny for those who are not.");
}
