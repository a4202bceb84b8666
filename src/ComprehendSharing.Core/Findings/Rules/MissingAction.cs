namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingAction() : PolicyRule("MISSING_ACTION", FindingSeverity.Error)
{
    public override string Description =>
        "A statement has neither Action nor NotAction, so it is about nothing.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where statement.Find("Action") is null && statement.Find("NotAction") is null
        select Report(
            policy,
            statement,
            [],
            "The statement has neither Action nor NotAction: KMS accepts that and the statement has no effect, and IAM refuses the policy.",
            "Add \"Action\" with the actions that the statement is about.");
}
