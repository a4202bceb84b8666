namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingResource() : PolicyRule("MISSING_RESOURCE", FindingSeverity.Error)
{
    public override string Description =>
        "A statement has neither Resource nor NotResource. Only the trust policy of a role has none.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind != PolicyKind.TrustPolicy && statement.Find("Resource") is null && statement.Find("NotResource") is null
        select Report(
            policy,
            statement,
            [],
            "The statement has neither Resource nor NotResource: KMS accepts that and the statement has no effect, and IAM refuses the policy.",
            "Add \"Resource\". In the policy of a key or of a model version \"*\" means what the policy is attached to.");
}
