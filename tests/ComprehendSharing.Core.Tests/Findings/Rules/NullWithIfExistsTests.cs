using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class NullWithIfExistsTests
{
    private const string Code = "NULL_WITH_IF_EXISTS";

    [Fact]
    public void Null_with_the_suffix()
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, "\"NullIfExists\": { \"aws:SourceArn\": \"true\" }"));

        Assert.Equal(("Statement[0].Condition.NullIfExists.aws:SourceArn", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("NullIfExists", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Null")]
    [InlineData("BoolIfExists")]
    public void Null_and_others_with_the_suffix(string op) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:ViaAWSService\": \"true\" }}"));
}
