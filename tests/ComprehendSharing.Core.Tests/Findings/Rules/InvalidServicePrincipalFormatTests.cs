using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidServicePrincipalFormatTests
{
    [Theory]
    [InlineData("comprehend", "lower case")]
    [InlineData("Comprehend.amazonaws.com", "lower case")]
    [InlineData("comprehend.amazonaw.com", "lower case")]
    [InlineData("111122223333", "{\"AWS\": \"111122223333\"}")]
    [InlineData("arn:aws:iam::111122223333:root", "{\"AWS\": \"arn:aws:iam::111122223333:root\"}")]
    public void What_is_no_service_is_found(string value, string cure)
    {
        Finding finding = Assert.Single(RuleRun.Of<InvalidServicePrincipalFormat>(
            PolicyKind.TrustPolicy, null, RuleRun.Trust($$"""{ "Service": "{{value}}" }""")));
        Assert.Equal("INVALID_SERVICE_PRINCIPAL_FORMAT", finding.Code);
        Assert.Equal("Statement[0].Principal.Service", finding.Path);
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comprehend.amazonaws.com")]
    [InlineData("logs.us-west-2.amazonaws.com")]
    [InlineData("ec2.amazonaws.com.cn")]
    [InlineData("im.aws.internal")]
    [InlineData("*")]
    public void Services_and_what_another_rule_judges_are_not(string value) =>
        Assert.Empty(RuleRun.Of<InvalidServicePrincipalFormat>(
            PolicyKind.TrustPolicy, null, RuleRun.Trust($$"""{ "Service": "{{value}}" }""")));
}
