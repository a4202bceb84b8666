namespace ComprehendSharing.Findings.Rules;

internal sealed class DuplicateKeysWithDifferentCase() : PolicyRule("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", FindingSeverity.Error)
{
    public override string Description =>
        "A condition key stands twice under the same operator, in different case. Case has no meaning in condition keys, so it is the same key twice.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        Dictionary<(int Statement, string Operator, string Key), string> seen = [];
        foreach (ConditionUnderTest condition in ConditionUnderTest.Of(policy))
        {
            (int, string, string) id = (condition.Statement.Index, condition.OperatorText, condition.Key.ToUpperInvariant());
            if (!seen.TryAdd(id, condition.Key))
            {
                yield return Report(
                    policy,
                    condition.Statement,
                    condition.Element,
                    $"{condition.OperatorText} has the key '{seen[id]}' once more as '{condition.Key}'; case has no meaning in condition keys.",
                    $"Put all values into one list under '{seen[id]}'.");
            }
        }
    }
}
