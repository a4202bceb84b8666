using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingResourceTests
{
    private const string Code = "MISSING_RESOURCE";

    private const string Statement = "\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sts:AssumeRole\"";

    [Theory]
    [InlineData(PolicyKind.IdentityPolicy)]
    [InlineData(PolicyKind.KeyPolicy)]
    [InlineData(PolicyKind.ModelPolicy)]
    [InlineData(PolicyKind.ServiceControlPolicy)]
    public void Neither(PolicyKind kind)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, Statement, kind));

        Assert.Equal(("Statement[0]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("NotResource", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trust_policy_has_none() => Assert.Empty(RuleRun.OnStatement(Code, Statement, PolicyKind.TrustPolicy));

    [Theory]
    [InlineData("Resource")]
    [InlineData("NotResource")]
    public void Either(string element) => Assert.Empty(RuleRun.OnStatement(Code, $"{Statement}, \"{element}\": \"*\""));
}
