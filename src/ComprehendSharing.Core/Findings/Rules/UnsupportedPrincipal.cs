namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedPrincipal() : PolicyRule("UNSUPPORTED_PRINCIPAL", FindingSeverity.Error)
{
    private static readonly string[] s_elements = ["Principal", "NotPrincipal"];

    public override string Description =>
        "A policy of a user, group or role, or a service control policy, names a principal. It is about those whom it is attached to, and AWS refuses it.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where !policy.IsResourcePolicy
        from element in s_elements
        where statement.Find(element) is not null
        select Report(
            policy,
            statement,
            [element],
            $"{element} stands in {Name(policy.Kind)}, which is about those whom it is attached to, so AWS refuses the policy.",
            $"Remove {element}, or attach the policy to the resource that these principals are to use.");

    private static string Name(PolicyKind kind) =>
        kind == PolicyKind.ServiceControlPolicy ? "a service control policy" : "an identity policy";
}
