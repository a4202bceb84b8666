namespace ComprehendSharing.Findings.Rules;

internal sealed class UniqueSidsRecommended() : PolicyRule("UNIQUE_SIDS_RECOMMENDED", FindingSeverity.Warning)
{
    public override string Description =>
        "Two statements have the same Sid. IAM refuses that in the policies of users, groups and roles; elsewhere a Sid no longer tells one statement.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        Dictionary<string, StatementUnderTest> seen = [];
        foreach (StatementUnderTest statement in policy.Statements)
        {
            if (!string.IsNullOrEmpty(statement.Statement.Sid) && !seen.TryAdd(statement.Statement.Sid, statement))
            {
                string consequence = policy.Kind is PolicyKind.IdentityPolicy or PolicyKind.TrustPolicy
                    ? "IAM refuses a policy whose Sids are not unique"
                    : "so it does not tell which of them is meant";
                yield return Report(
                    policy,
                    statement,
                    ["Sid"],
                    $"The Sid '{statement.Statement.Sid}' is also that of {seen[statement.Statement.Sid].Path}; {consequence}.",
                    "Give each statement a Sid of its own, or none.");
            }
        }
    }
}
