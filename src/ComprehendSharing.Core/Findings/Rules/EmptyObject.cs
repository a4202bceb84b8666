using System.Text.Json;

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
        from element in Objects(statement)
        where statement.Find(element) is { Kind: JsonValueKind.Object, Members.Count: 0 }
        select Report(
            policy,
            statement,
            element,
            $"{string.Join('.', element)} is an empty object, so it {(element[0] == "Condition" ? "asks nothing" : "names nobody")}.",
            element[0] == "Condition" ? "Remove it, or write the condition." : $"Fill in {element[0]}, or remove the statement.");

    private static IEnumerable<string[]> Objects(StatementUnderTest statement) =>
    [
        .. s_elements.Select(name => new[] { name }),
        .. (statement.Find("Condition")?.Members ?? []).Select(block => new[] { "Condition", block.Name }),
    ];
}
