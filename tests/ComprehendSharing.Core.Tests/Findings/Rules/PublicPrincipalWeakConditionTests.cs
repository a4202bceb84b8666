using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class PublicPrincipalWeakConditionTests
{
    [Theory]
    [InlineData(""" "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" } """)]
    [InlineData(""" "StringEquals": { "kms:ViaService": "s3.us-west-2.amazonaws.com" } """)]
    [InlineData(""" "StringLike": { "aws:PrincipalOrgID": "*" } """)]
    [InlineData(""" "StringLike": { "aws:PrincipalOrgID": ["o-example", "o-*"] } """)]
    [InlineData(""" "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Import" } """)]
    [InlineData(""" "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/Import" } """)]
    [InlineData(""" "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } """)]
    [InlineData(""" "Bool": { "aws:SecureTransport": true } """)]
    [InlineData(""" "StringNotEquals": { "kms:CallerAccount": "111122223333" }, "Bool": { "kms:GrantIsForAWSResource": "true" } """)]
    public void Everyone_with_a_limit_on_something_else_is_found(string condition)
    {
        Finding finding = Assert.Single(RuleRun.Of<PublicPrincipalWeakCondition>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow("""{ "AWS": "*" }""", "\"kms:Decrypt\"", condition)));
        Assert.Equal("PUBLIC_PRINCIPAL_WEAK_CONDITION", finding.Code);
        Assert.Equal("Statement[0].Principal.AWS", finding.Path);
    }

    [Fact]
    public void The_message_names_the_conditions() =>
        Assert.Contains(
            "StringEquals kms:ViaService = s3.us-west-2.amazonaws.com,",
            Assert.Single(RuleRun.Of<PublicPrincipalWeakCondition>(
                PolicyKind.KeyPolicy,
                null,
                RuleRun.Allow("\"*\"", "\"kms:Decrypt\"", """ "StringEquals": { "kms:ViaService": "s3.us-west-2.amazonaws.com" } """))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "StringEquals": { "kms:CallerAccount": "111122223333", "kms:ViaService": "ebs.us-west-2.amazonaws.com" } """)]
    [InlineData(""" "StringEquals": { "aws:principalorgid": "o-example" } """)]
    [InlineData(""" "StringEquals": { "aws:PrincipalAccount": ["111122223333", "444455556666"] } """)]
    [InlineData(""" "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/*" } """)]
    [InlineData(""" "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-example/r-ab12/*" } """)]
    [InlineData(""" "StringEquals": { "aws:SourceVpce": "vpce-1234abcdf5678c90a" } """)]
    [InlineData(""" "StringEquals": { "aws:SourceVpc": "vpc-111bbb22" } """)]
    [InlineData(""" "ArnLike": { "aws:SourceArn": "arn:aws:s3:::bucket/*" } """)]
    [InlineData(""" "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:*:111122223333:*" } """)]
    [InlineData(""" "IpAddress": { "aws:SourceIp": "192.0.2.0/24" } """)]
    public void A_limit_to_an_account_an_organisation_or_a_network_is_not(string condition) =>
        Assert.Empty(RuleRun.Of<PublicPrincipalWeakCondition>(PolicyKind.KeyPolicy, null, RuleRun.Allow("\"*\"", "\"kms:Decrypt\"", condition)));

    [Fact]
    public void A_deny_is_not() =>
        Assert.Empty(RuleRun.Of<PublicPrincipalWeakCondition>(
            PolicyKind.KeyPolicy, null, RuleRun.Deny("\"*\"", "\"kms:Decrypt\"", """ "Bool": { "aws:SecureTransport": false } """)));

    [Fact]
    public void Without_a_condition_it_is_another_finding() =>
        Assert.Empty(RuleRun.Of<PublicPrincipalWeakCondition>(PolicyKind.KeyPolicy, null, RuleRun.Allow("\"*\"", "\"kms:Decrypt\"")));
}
