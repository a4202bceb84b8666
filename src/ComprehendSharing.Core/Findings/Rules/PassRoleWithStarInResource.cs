namespace ComprehendSharing.Findings.Rules;

internal sealed class PassRoleWithStarInResource() : PolicyRule("PASS_ROLE_WITH_STAR_IN_RESOURCE", FindingSeverity.Security)
{
    private const string PassRole = "iam:PassRole";

    public override string Description =>
        "An IAM policy allows iam:PassRole with the resource \"*\" and without a condition on iam:PassedToService. Who has it can pass every role of the account, an administrator's too, to a service and act with it.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource";

    // All actions at once (*, iam:*) are an administrator's, who can make roles as well.
    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.IdentityPolicy
            && statement.IsAllow
            && !LimitingConditions.Have(statement.Statement, "iam:PassedToService")
            && statement.Statement.Action.Any(action => !StatementActions.IsAll(action) && StatementActions.Fits(action, PassRole))
        from resource in LocatedValue.Of(statement, "Resource")
        where resource.Text == "*"
        select Report(
            policy,
            resource.Part,
            resource.Path,
            $"'{resource.Text}' lets every role of the account be passed to every service.",
            "Name the role's ARN and add the condition StringEquals iam:PassedToService comprehend.amazonaws.com, as New-ComprehendIdentityPolicy -Purpose ModelImporter does.");
}
