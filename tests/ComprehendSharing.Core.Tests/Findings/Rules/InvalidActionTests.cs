using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidActionTests
{
    private const string Code = "INVALID_ACTION";

    [Theory]
    [InlineData("comprehend:ImportModels", "comprehend:ImportModel")]
    [InlineData("comprehend:StartSentimentDetectionJobs", "comprehend:StartSentimentDetectionJob")]
    [InlineData("comprehend:Start*Jobs", "list of actions")]
    [InlineData("comprehnd:ImportModel", "comprehend:ImportModel")]
    [InlineData("kms:Decript", "kms:Decrypt")]
    [InlineData("kms:ReEncrypt", "'kms:ReEncryptFrom' and 'kms:ReEncryptTo'")]
    [InlineData("kms:GetPolicy*", "kms:GetKeyPolicy")]
    public void Actions_that_there_are_not(string action, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(
            Code, $"\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": [\"kms:Encrypt\", \"{action}\"]"));

        Assert.Equal(("Statement[0].Action[1]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{action}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void NotAction_too() =>
        Assert.Single(RuleRun.OnStatement(Code, "\"Effect\": \"Deny\", \"Resource\": \"*\", \"NotAction\": \"kms:Decript\""));

    [Theory]
    [InlineData("comprehend:ImportModel")]
    [InlineData("COMPREHEND:importmodel")]
    [InlineData("comprehend:*")]
    [InlineData("comprehend:Start*Job")]
    [InlineData("comprehendmedical:DetectPHI")]
    [InlineData("kms:GenerateDatakey")]
    [InlineData("kms:ReEncrypt*")]
    [InlineData("kms:Describe*")]
    [InlineData("s3:NoSuchAction")]
    [InlineData("*")]
    public void Actions_that_there_are_and_those_of_others(string action) =>
        Assert.Empty(RuleRun.OnStatement(Code, $"\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": \"{action}\""));
}
