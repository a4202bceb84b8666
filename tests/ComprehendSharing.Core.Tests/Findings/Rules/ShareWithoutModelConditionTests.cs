using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ShareWithoutModelConditionTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";
    private const string Use = "[\"kms:Decrypt\", \"kms:GenerateDataKey\"]";

    [Theory]
    [InlineData(Use, null, "kms:Decrypt and kms:GenerateDataKey")]
    [InlineData("\"kms:Decrypt\"", null, "kms:Decrypt with")]
    [InlineData("\"kms:*\"", null, "kms:Decrypt and kms:GenerateDataKey")]
    [InlineData(Use, """ "StringEqualsIfExists": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1" } """, "kms:Decrypt")]
    [InlineData(Use, """ "StringEquals": { "kms:ViaService": "comprehend.us-west-2.amazonaws.com" } """, "kms:Decrypt")]
    public void A_share_of_everything_is_found(string action, string? condition, string expected)
    {
        Finding finding = Assert.Single(RuleRun.Of<ShareWithoutModelCondition>(
            PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Other, action, condition)));
        Assert.Equal("SHARE_WITHOUT_MODEL_CONDITION", finding.Code);
        Assert.Equal("Statement[0].Principal", finding.Path);
        Assert.Contains($"arn:aws:iam::444455556666:root may {expected}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleRun.Key, Other, """ "StringEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1" } """)]
    [InlineData(RuleRun.Key, Other, """ "StringLike": { "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:*" } """)]
    [InlineData(RuleRun.Key, Other, """ "StringEquals": { "kms:ViaService": "s3.us-west-2.amazonaws.com" } """)]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""", null)]
    [InlineData(RuleRun.Key, """{ "Service": "comprehend.amazonaws.com" }""", null)]
    [InlineData(null, Other, null)]
    public void A_condition_the_own_account_and_an_unknown_owner_are_not(string? resource, string principal, string? condition) =>
        Assert.Empty(RuleRun.Of<ShareWithoutModelCondition>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, Use, condition)));

    [Fact]
    public void Other_actions_are_not() =>
        Assert.Empty(RuleRun.Of<ShareWithoutModelCondition>(
            PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Other, "[\"kms:DescribeKey\", \"kms:Encrypt\"]")));
}
