using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class PublicPrincipalTests
{
    [Theory]
    [InlineData("\"*\"", null, "Statement[0].Principal")]
    [InlineData("""{ "AWS": "*" }""", null, "Statement[0].Principal.AWS")]
    [InlineData("""{ "AWS": ["444455556666", "*"] }""", null, "Statement[0].Principal.AWS[1]")]
    [InlineData("\"*\"", """ "StringNotEquals": { "aws:PrincipalOrgID": "o-example" } """, "Statement[0].Principal")]
    [InlineData("\"*\"", """ "StringEqualsIfExists": { "aws:PrincipalOrgID": "o-example" } """, "Statement[0].Principal")]
    [InlineData("\"*\"", """ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-example" } """, "Statement[0].Principal")]
    [InlineData("\"*\"", """ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-example" }, "Null": { "aws:PrincipalOrgID": "true" } """, "Statement[0].Principal")]
    public void Everyone_without_a_limit_is_found(string principal, string? condition, string path)
    {
        Finding finding = Assert.Single(RuleRun.Of<PublicPrincipal>(
            PolicyKind.ModelPolicy, null, RuleRun.Allow(principal, "\"comprehend:ImportModel\"", condition)));
        Assert.Equal("PUBLIC_PRINCIPAL", finding.Code);
        Assert.Equal(path, finding.Path);
        Assert.Equal(4, finding.Line);
        Assert.Contains("comprehend:ImportModel", finding.Message, StringComparison.Ordinal);
        Assert.Contains("New-ComprehendModelPolicy", finding.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_everyone_may_assume_is_found() =>
        Assert.Single(RuleRun.Of<PublicPrincipal>(PolicyKind.TrustPolicy, null, RuleRun.Trust("\"*\"")));

    [Theory]
    [InlineData("""{ "AWS": "444455556666" }""", null)]
    [InlineData("\"*\"", """ "StringEquals": { "aws:PrincipalOrgID": "o-example" } """)]
    [InlineData("\"*\"", """ "StringEquals": { "kms:ViaService": "s3.us-west-2.amazonaws.com" } """)]
    [InlineData("\"*\"", """ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-example" }, "Null": { "aws:PrincipalOrgID": "false" } """)]
    public void Named_principals_and_conditions_are_not(string principal, string? condition) =>
        Assert.Empty(RuleRun.Of<PublicPrincipal>(PolicyKind.KeyPolicy, null, RuleRun.Allow(principal, "\"kms:Decrypt\"", condition)));

    [Fact]
    public void A_deny_is_not() => Assert.Empty(RuleRun.Of<PublicPrincipal>(PolicyKind.KeyPolicy, null, RuleRun.Deny("\"*\"", "\"kms:*\"")));

    [Fact]
    public void An_identity_policy_has_no_principals() =>
        Assert.Empty(RuleRun.Of<PublicPrincipal>(PolicyKind.IdentityPolicy, null, RuleRun.Allow("\"*\"", "\"kms:*\"")));
}
