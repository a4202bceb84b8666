using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Findings.Rules;

internal sealed class EmptyObject() : PolicyRule("EMPTY_OBJECT", FindingSeverity.Suggestion)
{
    private static readonly string[] s_elements = ["Principal", "NotPrincipal", "Condition"];

    public override string Description =>
        "Principal, Condition or an operator of a Condition is an empty object: a statement without principals is about nobody, an empty Condition asks nothing.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-object-condition";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from item in Objects(statement)
        where item.Part is { Kind: JsonValueKind.Object, Members.Count: 0 }
        let isCondition = item.Name.StartsWith("Condition", StringComparison.Ordinal)
        select Report(
            policy,
            item.Part,
            $"{statement.Path}.{item.Name}",
            $"{item.Name} is an empty object, so it {(isCondition ? "asks nothing" : "names nobody")}.",
            isCondition ? "Remove it, or write the condition." : $"Fill in {item.Name}, or remove the statement.");

    private static IEnumerable<(JsonPart? Part, string Name)> Objects(StatementUnderTest statement) =>
    [
        .. s_elements.Select(name => (statement.Find(name), name)),
        .. (statement.Find("Condition")?.Members ?? []).Select(block => ((JsonPart?)block.Value, $"Condition.{block.Name}")),
    ];
}
