using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedActionTests
{
    private const string Other = """{ "AWS": "444455556666" }""";

    [Theory]
    [InlineData(PolicyKind.ModelPolicy, "comprehend:DescribeDocumentClassifier")]
    [InlineData(PolicyKind.ModelPolicy, "comprehend:*")]
    [InlineData(PolicyKind.ModelPolicy, "kms:Decrypt")]
    [InlineData(PolicyKind.KeyPolicy, "comprehend:ImportModel")]
    [InlineData(PolicyKind.TrustPolicy, "s3:GetObject")]
    public void An_action_of_another_resource_is_found(PolicyKind kind, string action)
    {
        Finding finding = Assert.Single(RuleRun.Of<UnsupportedAction>(kind, null, RuleRun.Allow(Other, $"\"{action}\"")));
        Assert.Equal("UNSUPPORTED_ACTION_IN_POLICY", finding.Code);
        Assert.Equal("Statement[0].Action", finding.Path);
        Assert.Contains($"'{action}'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_wrong_one_of_several_is_found()
    {
        Finding finding = Assert.Single(RuleRun.Of<UnsupportedAction>(
            PolicyKind.ModelPolicy, null, RuleRun.Allow(Other, "[\"comprehend:ImportModel\",\n \"comprehend:DeleteResourcePolicy\"]")));
        Assert.Equal("Statement[0].Action[1]", finding.Path);
        Assert.Equal(5, finding.Line);
    }

    [Theory]
    [InlineData(PolicyKind.ModelPolicy, "comprehend:importmodel")]
    [InlineData(PolicyKind.KeyPolicy, "KMS:*")]
    [InlineData(PolicyKind.KeyPolicy, "*")]
    [InlineData(PolicyKind.KeyPolicy, "k*:Decrypt")]
    [InlineData(PolicyKind.TrustPolicy, "sts:TagSession")]
    [InlineData(PolicyKind.IdentityPolicy, "s3:GetObject")]
    public void The_resource_s_own_actions_are_not(PolicyKind kind, string action) =>
        Assert.Empty(RuleRun.Of<UnsupportedAction>(kind, null, RuleRun.Allow(Other, $"\"{action}\"")));
}
