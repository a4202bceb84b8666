namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingPrincipal() : PolicyRule("MISSING_PRINCIPAL", FindingSeverity.Error)
{
    public override string Description =>
        "A statement of a policy that is attached to a resource or a role does not say whom it is about.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy && statement.Find("Principal") is null && statement.Find("NotPrincipal") is null
        select Report(
            policy,
            statement,
            [],
            "The statement has no Principal, so it is about nobody, and AWS refuses the policy.",
            "Add \"Principal\", such as {\"AWS\": \"111122223333\"} for an account.");
}
