// Policies as AWS's guides have them.
using System.Text.Json.Nodes;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class SharedPolicyTests
{
    // A policy with two Statement members, as a guide shows it for an error.
    private const string Duplicate = "identity/iam-user-guide__troubleshoot-policies__27e001f2.json";

    public static TheoryData<string> Policies { get; } = new(SharedData.Policies.Where(file => file != Duplicate));

    public static TheoryData<string> Malformed { get; } = new(SharedData.Malformed);

    [SharedDataTheory]
    [MemberData(nameof(Policies))]
    public void A_policy_reads_and_writes_back_to_the_same_text(string file)
    {
        string text = SharedData.Read(file);
        PolicyDocument document = PolicyDocument.Parse(text);
        Assert.Equal(text, document.ToJson());
        Assert.True(PolicyComparer.AreEquivalent(document, PolicyDocument.Parse(document.ToCompactJson())));
        Assert.Equal(document.Statement.Select(statement => statement.Action), Statements(text).Select(node => Texts(node["Action"])));
        Assert.Equal(document.Statement.Select(statement => statement.Resource), Statements(text).Select(node => Texts(node["Resource"])));
        Assert.Equal(document.Statement.Select(statement => $"{statement.Effect}"), Statements(text).Select(node => (string)node["Effect"]!));
        Assert.Equal(document.Statement.Select(statement => statement.Sid), Statements(text).Select(node => (string?)node["Sid"]));
        Assert.Equal(
            document.Statement.Select(statement => statement.Condition.Count),
            Statements(text).Select(node => node["Condition"]?.AsObject().Sum(op => op.Value!.AsObject().Count) ?? 0));
    }

    [SharedDataTheory]
    [MemberData(nameof(Policies))]
    public void An_added_statement_is_taken_out_to_the_byte(string file) =>
        EditUndo.AssertStatementsComeBack(PolicyDocument.Parse(SharedData.Read(file)));

    [SharedDataTheory]
    [MemberData(nameof(Policies))]
    public void An_added_condition_value_is_taken_out_to_the_byte(string file) =>
        EditUndo.AssertConditionValuesComeBack(PolicyDocument.Parse(SharedData.Read(file)));

    [SharedDataTheory]
    [InlineData(Duplicate)]
    public void A_policy_with_a_member_twice_is_refused_as_such(string file)
    {
        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(SharedData.Read(file)));
        Assert.Equal("InvalidPolicy", error.ErrorId);
        Assert.Equal((8, 7), (error.Line, error.Column));
        Assert.Contains("the member \"Statement\" stands twice in the same object", error.Message, StringComparison.Ordinal);
    }

    [SharedDataTheory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_snippet_is_refused_with_a_place_inside_it(string file)
    {
        string text = SharedData.Read(file);
        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(text));
        string[] lines = text.Split('\n');
        Assert.Equal("InvalidPolicy", error.ErrorId);
        Assert.InRange(error.Line, 1, lines.Length);
        Assert.InRange(error.Column, 1, lines[error.Line - 1].Length + 1);
        Assert.Contains("expected ", error.Message, StringComparison.Ordinal);
    }

    // Another reader's view of the same text.
    private static JsonNode[] Statements(string text) => JsonNode.Parse(text)!["Statement"] switch
    {
        JsonArray list => [.. list.Select(statement => statement!)],
        JsonNode statement => [statement],
        null => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => (string)item!),
        _ => [(string)node!],
    };
}
