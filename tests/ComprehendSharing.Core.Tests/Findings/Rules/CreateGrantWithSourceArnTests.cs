using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class CreateGrantWithSourceArnTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";
    private const string BySource =
        """ "StringEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1" } """;

    [Theory]
    [InlineData("\"kms:CreateGrant\"")]
    [InlineData("[\"kms:Decrypt\", \"kms:GenerateDataKey\", \"kms:CreateGrant\"]")]
    [InlineData("\"kms:Create*\"")]
    public void A_grant_by_source_is_found(string action)
    {
        Finding finding = Assert.Single(RuleRun.Of<CreateGrantWithSourceArn>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow(Other, action, BySource)));
        Assert.Equal("CREATE_GRANT_WITH_SOURCE_ARN", finding.Code);
        Assert.Equal("Statement[0].Condition.StringEquals.aws:SourceArn", finding.Path);
        Assert.Contains("document-classifier/tickets/version/v1", finding.Message, StringComparison.Ordinal);
        Assert.Contains("New-ComprehendKmsStatement", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, Other, "\"kms:Decrypt\"", BySource)]
    [InlineData(PolicyKind.KeyPolicy, Other, "\"kms:CreateGrant\"", """ "StringEquals": { "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1" } """)]
    [InlineData(PolicyKind.KeyPolicy, Other, "\"kms:CreateGrant\"", """ "StringEqualsIfExists": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1" } """)]
    [InlineData(PolicyKind.KeyPolicy, Other, "\"kms:CreateGrant\"", """ "ArnLike": { "aws:SourceArn": "arn:aws:ec2:us-west-2:111122223333:instance/*" } """)]
    [InlineData(PolicyKind.KeyPolicy, """{ "Service": "comprehend.amazonaws.com" }""", "\"kms:CreateGrant\"", BySource)]
    [InlineData(PolicyKind.IdentityPolicy, Other, "\"kms:CreateGrant\"", BySource)]
    public void The_right_condition_and_other_requests_are_not(PolicyKind kind, string principal, string action, string condition) =>
        Assert.Empty(RuleRun.Of<CreateGrantWithSourceArn>(kind, null, RuleRun.Allow(principal, action, condition)));
}
