using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Evaluation;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidAction() : PolicyRule("INVALID_ACTION", FindingSeverity.Error)
{
    private static readonly string[] s_elements = ["Action", "NotAction"];

    private static readonly Dictionary<string, string[]> s_actions = new(StringComparer.OrdinalIgnoreCase)
    {
        [ConditionKeyTable.Prefix] = [.. ConditionKeyTable.All.Select(row => row.Action)],
        [KmsTable.Prefix] = [.. KmsTable.Actions],
    };

    public override string Description =>
        "An action of Comprehend or KMS does not exist, or a wildcard matches none of their actions. Actions of other services are not looked at.";

    public override string Source => ConditionKeyTable.Source;

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        foreach (ValueUnderTest value in policy.Statements.SelectMany(s => s_elements.SelectMany(e => ValueUnderTest.Of(s, e))))
        {
            string action = value.Text;
            string prefix = action[..(action.IndexOf(':', StringComparison.Ordinal) + 1)];
            if (s_actions.TryGetValue(prefix, out string[]? known))
            {
                if (!known.Any(name => WildcardMatcher.IsMatch(action, name, ignoreCase: true)))
                {
                    yield return Report(policy, value.Part, value.Path, Message(action, prefix), Recommendation(action, known));
                }
            }
            else if (NearestName.Distance(prefix.ToLowerInvariant(), ConditionKeyTable.Prefix) is 1 or 2)
            {
                yield return Report(
                    policy,
                    value.Part,
                    value.Path,
                    $"'{action}' is of no service; Comprehend's actions begin with '{ConditionKeyTable.Prefix}'.",
                    $"Write '{ConditionKeyTable.Prefix}{action[prefix.Length..]}'.");
            }
        }
    }

    private static string Message(string action, string prefix)
    {
        string service = prefix.Equals(KmsTable.Prefix, StringComparison.OrdinalIgnoreCase) ? "KMS" : "Comprehend";
        return action.AsSpan().ContainsAny('*', '?')
            ? $"'{action}' matches no action of {service}, so it has no effect."
            : $"'{action}' is no action of {service}, so it has no effect.";
    }

    // The beginning of a name, as in kms:ReEncrypt, is more often what was meant than a name that is as long.
    private static string Recommendation(string action, string[] known)
    {
        string[] longer = [.. known.Where(name => name.StartsWith(action, StringComparison.OrdinalIgnoreCase))];
        return (longer.Length, NearestName.Find(action, known)) switch
        {
            ( > 0, _) => $"Write '{string.Join("' and '", longer)}'.",
            (_, { } nearest) => $"Write '{nearest}'.",
            _ => "Take the name from the service's list of actions, or remove it.",
        };
    }
}
