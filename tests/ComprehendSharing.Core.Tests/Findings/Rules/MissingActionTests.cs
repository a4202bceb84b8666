using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingActionTests
{
    private const string Code = "MISSING_ACTION";

    [Fact]
    public void Neither()
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, "\"Effect\": \"Allow\", \"Resource\": \"*\""));

        Assert.Equal(("Statement[0]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("NotAction", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Action\": \"kms:Decrypt\"")]
    [InlineData("\"NotAction\": \"kms:Decrypt\"")]
    public void Either(string element) =>
        Assert.Empty(RuleRun.OnStatement(Code, $"\"Effect\": \"Allow\", \"Resource\": \"*\", {element}"));
}
