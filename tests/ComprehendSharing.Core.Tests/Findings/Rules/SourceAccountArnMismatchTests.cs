using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class SourceAccountArnMismatchTests
{
    private const string Service = """{ "Service": "comprehend.amazonaws.com" }""";

    [Fact]
    public void Two_accounts_are_found()
    {
        Finding finding = Assert.Single(Run(
            """ "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:444455556666:*" } """));
        Assert.Equal("SOURCE_ACCOUNT_ARN_MISMATCH", finding.Code);
        Assert.Equal("Statement[0].Condition.ArnLike.aws:SourceArn", finding.Path);
        Assert.Contains("'arn:aws:comprehend:us-west-2:444455556666:*'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("111122223333", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:flywheel/f" } """)]
    [InlineData(""" "StringEquals": { "aws:SourceAccount": ["111122223333", "444455556666"] }, "ArnEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:444455556666:flywheel/f" } """)]
    [InlineData(""" "StringLike": { "aws:SourceAccount": "4444*" }, "ArnEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:444455556666:flywheel/f" } """)]
    [InlineData(""" "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket" } """)]
    [InlineData(""" "StringEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:*:*:flywheel/f" } """)]
    [InlineData(""" "StringNotEquals": { "aws:SourceAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:444455556666:*" } """)]
    [InlineData(""" "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:444455556666:*" } """)]
    public void One_account_patterns_and_one_key_alone_are_not(string condition) => Assert.Empty(Run(condition));

    private static IReadOnlyList<Finding> Run(string condition) =>
        RuleRun.Of<SourceAccountArnMismatch>(PolicyKind.TrustPolicy, null, RuleRun.Trust(Service, condition));
}
