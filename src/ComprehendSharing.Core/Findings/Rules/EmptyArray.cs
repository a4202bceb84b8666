using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Findings.Rules;

internal sealed class EmptyArray() : PolicyRule("EMPTY_ARRAY", FindingSeverity.Suggestion)
{
    private static readonly string[] s_lists = ["Action", "NotAction", "Resource", "NotResource"];

    private static readonly string[] s_principals = ["Principal", "NotPrincipal"];

    public override string Description =>
        "A list of actions, resources, principals or condition values is empty, so there is nothing that the statement can be about.";

    public override string Source =>
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-action";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from list in Lists(statement)
        where list.Part is { Kind: JsonValueKind.Array, Items.Count: 0 }
        select Report(
            policy,
            statement,
            list.Element,
            $"{string.Join('.', list.Element)} is an empty list.",
            Recommendation(list.Element));

    private static IEnumerable<(JsonPart? Part, string[] Element)> Lists(StatementUnderTest statement) =>
    [
        .. s_lists.Select(name => (statement.Find(name), new[] { name })),
        .. from name in s_principals
           from member in statement.Find(name)?.Members ?? []
           select ((JsonPart?)member.Value, new[] { name, member.Name }),
        .. ConditionUnderTest.Of(statement).Select(condition => ((JsonPart?)condition.Values, condition.Element.ToArray())),
    ];

    private static string Recommendation(string[] element) => element[0] == "Condition"
        ? $"Write the values of {element[^1]}, or \"Null\": {{\"{element[^1]}\": \"true\"}} where requests without the key are meant."
        : $"Fill in {string.Join('.', element)}, or remove the statement.";
}
