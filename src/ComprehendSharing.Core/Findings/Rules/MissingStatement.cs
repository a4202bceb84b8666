namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingStatement() : PolicyRule("MISSING_STATEMENT", FindingSeverity.Error)
{
    public override string Description => "The list of statements is empty: the policy says nothing, and AWS refuses it.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Statements.Count == 0)
        {
            yield return Report(
                policy,
                policy.Source.Root["Statement"]!,
                "Statement",
                "The policy has no statement, so it allows and denies nothing.",
                "Add a statement, or remove the policy from what it is attached to.");
        }
    }
}
