using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class KmsLockoutTests
{
    private const string Root = """{ "AWS": "arn:aws:iam::111122223333:root" }""";
    private const string Admin = """{ "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" }""";
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";

    [Theory]
    [InlineData(RuleRun.Key, Other, "\"kms:*\"")]
    [InlineData(RuleRun.Key, Root, "[\"kms:Decrypt\", \"kms:Get*\"]")]
    [InlineData(RuleRun.Key, """{ "Service": "kms.amazonaws.com" }""", "\"kms:*\"")]
    [InlineData(RuleRun.Key, """{ "AWS": "AROAEXAMPLE1234567890" }""", "\"kms:*\"")]
    [InlineData(null, Root, "\"kms:Decrypt\"")]
    [InlineData(null, """{ "AWS": "AROAEXAMPLE1234567890" }""", "\"kms:*\"")]
    public void A_policy_that_gives_nobody_control_is_found(string? resource, string principal, string action)
    {
        Finding finding = Assert.Single(RuleRun.Of<KmsLockout>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, action)));
        Assert.Equal("KMS_LOCKOUT", finding.Code);
        Assert.Equal((string.Empty, 1), (finding.Path, finding.Line));
        Assert.Contains("kms:PutKeyPolicy", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"*\"", "\"kms:*\"")]
    [InlineData(Root, "\"kms:Put*\"")]
    [InlineData("""{ "AWS": ["444455556666", "111122223333"] }""", "[\"kms:Decrypt\", \"kms:PutKeyPolicy\"]")]
    public void A_deny_for_all_who_have_control_is_found(string denied, string action)
    {
        Finding finding = Assert.Single(RuleRun.Of<KmsLockout>(
            PolicyKind.KeyPolicy,
            RuleRun.Key,
            RuleRun.Allow(Root, "\"kms:*\""),
            RuleRun.Allow(Admin, "\"kms:*\""),
            RuleRun.Deny(denied, action)));
        Assert.Equal("Statement[2].Action", finding.Path);
        Assert.Equal(6, finding.Line);
        Assert.Contains("arn:aws:iam::111122223333:root", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_without_resource_gives_nothing() =>
        Assert.Single(RuleRun.Of<KmsLockout>(PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Trust(Root, action: "\"kms:*\"")));

    [Theory]
    [InlineData(RuleRun.Key, Root, "\"kms:*\"", null)]
    [InlineData(RuleRun.Key, Admin, "\"kms:Put*\"", null)]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""", "\"*\"", null)]
    [InlineData(RuleRun.Key, "\"*\"", "\"kms:PutKeyPolicy\"", """ "StringEquals": { "kms:CallerAccount": "111122223333" } """)]
    [InlineData(RuleRun.Key, """{ "AWS": "arn:aws:iam::Your_account_ID:root" }""", "\"kms:*\"", null)]
    [InlineData(null, Other, "\"kms:*\"", null)]
    public void Somebody_with_control_is_enough(string? resource, string principal, string action, string? condition) =>
        Assert.Empty(RuleRun.Of<KmsLockout>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, action, condition)));

    [Theory]
    [InlineData("\"*\"", "\"kms:*\"", """ "StringNotEquals": { "aws:SourceVpce": "vpce-1" } """)]
    [InlineData("\"*\"", "\"kms:Decrypt\"", null)]
    [InlineData(Other, "\"kms:*\"", null)]
    [InlineData(Admin, "\"kms:*\"", null)]
    public void A_deny_that_leaves_somebody_is_not(string denied, string action, string? condition) =>
        Assert.Empty(RuleRun.Of<KmsLockout>(
            PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Root, "\"kms:*\""), RuleRun.Deny(denied, action, condition)));

    [Fact]
    public void The_policy_of_an_aws_managed_key_is_not() =>
        Assert.Empty(RuleRun.OfDocument<KmsLockout>(
            PolicyKind.KeyPolicy, RuleRun.Key, """{ "Version": "2012-10-17", "Id": "auto-dynamodb-1", "Statement": [] }"""));

    [Fact]
    public void Other_kinds_of_policy_are_not() =>
        Assert.Empty(RuleRun.Of<KmsLockout>(PolicyKind.ModelPolicy, RuleRun.Model, RuleRun.Allow(Other, "\"comprehend:ImportModel\"")));
}
