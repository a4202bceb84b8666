using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class EmptyObjectTests
{
    private const string Code = "EMPTY_OBJECT";

    [Theory]
    [InlineData("Principal", "\"Principal\": {}", "names nobody")]
    [InlineData("Condition", "\"Condition\": {}", "asks nothing")]
    [InlineData("Condition.StringEquals", "\"Condition\": { \"StringEquals\": {} }", "asks nothing")]
    public void An_empty_object(string path, string element, string consequence)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, "\"Effect\": \"Allow\", " + element, PolicyKind.KeyPolicy));

        Assert.Equal(($"Statement[0].{path}", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains(consequence, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_with_members() => Assert.Empty(RuleRun.OnStatement(
        Code,
        "\"Effect\": \"Allow\", \"Principal\": { \"AWS\": [] }, \"Condition\": { \"Null\": { \"aws:SourceArn\": [] } }",
        PolicyKind.KeyPolicy));
}
