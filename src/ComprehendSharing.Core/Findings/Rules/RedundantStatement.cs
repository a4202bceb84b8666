using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings.Rules;

internal sealed class RedundantStatement() : PolicyRule("REDUNDANT_STATEMENT", FindingSeverity.Suggestion)
{
    public override string Description => "Two statements say the same; only their Sids may differ. Who later changes one of them changes less than the policy.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-statement";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        Dictionary<string, StatementUnderTest> seen = [];
        foreach (StatementUnderTest statement in policy.Statements)
        {
            string meaning = PolicyComparer.Canonical(statement.Statement with { Sid = null });
            if (!seen.TryAdd(meaning, statement))
            {
                yield return Report(
                    policy, statement, [], $"{statement.Path} says the same as {seen[meaning].Path}.", "Remove one of the two statements.");
            }
        }
    }
}
