using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingVersionTests
{
    private const string Code = "MISSING_VERSION";

    [Fact]
    public void A_policy_without_version()
    {
        Finding finding = Assert.Single(RuleRun.OnPolicy(Code, """{ "Statement": [] }"""));

        Assert.Equal((string.Empty, 1, FindingSeverity.Warning), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("2008-10-17", finding.Message, StringComparison.Ordinal);
        Assert.Contains("\"2012-10-17\"", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2012-10-17")]
    [InlineData("2008-10-17")]
    public void A_policy_with_one(string version) =>
        Assert.Empty(RuleRun.OnPolicy(Code, $$"""{ "Version": "{{version}}", "Statement": [] }"""));
}
