using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidVersionTests
{
    private const string Code = "INVALID_VERSION";

    [Theory]
    [InlineData("2017-01-01")]
    [InlineData("")]
    [InlineData("2012-10-17 ")]
    public void A_version_that_there_is_not(string version)
    {
        Finding finding = Assert.Single(RuleRun.OnPolicy(Code, $$"""
            {
              "Version": "{{version}}", "Statement": [] }
            """));

        Assert.Equal(("Version", 2, 14, FindingSeverity.Error), (finding.Path, finding.Line, finding.Column, finding.Severity));
        Assert.Contains($"'{version}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Version\": \"2012-10-17\",")]
    [InlineData("\"Version\": \"2008-10-17\",")]
    [InlineData("")]
    public void The_versions_that_there_are(string version) =>
        Assert.Empty(RuleRun.OnPolicy(Code, $$"""{ {{version}} "Statement": [] }"""));
}
