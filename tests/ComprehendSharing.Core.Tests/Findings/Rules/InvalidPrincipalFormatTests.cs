using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidPrincipalFormatTests
{
    [Theory]
    [InlineData("11112222333", "12 digits")]
    [InlineData("arn:aws:iam::12345678901:user/Dave", "'12345678901'")]
    [InlineData("arn:aws:iam::Your_account_ID:root", "'Your_account_ID'")]
    [InlineData(" arn:aws:iam::111122223333:user/Jane", "white space")]
    [InlineData("arn:aws:iam::111122223333:group/Admins", "is a group")]
    [InlineData("arn:aws:iam::111122223333:policy/Admins", "is not the ARN of an account, a user, a role or a session")]
    [InlineData("comprehend.amazonaws.com", "is a service")]
    public void What_is_no_principal_is_found_and_explained(string value, string expected)
    {
        Finding finding = Assert.Single(RuleRun.Of<InvalidPrincipalFormat>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow($$"""{ "AWS": ["111122223333", "{{value}}"] }""", "\"kms:Decrypt\"")));
        Assert.Equal("INVALID_PRINCIPAL_FORMAT", finding.Code);
        Assert.Equal("Statement[0].Principal.AWS[1]", finding.Path);
        Assert.Contains(value, finding.Message, StringComparison.Ordinal);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS", "111122223333")]
    [InlineData("AWS", "*")]
    [InlineData("AWS", "arn:aws-us-gov:iam::111122223333:role/path/Import")]
    [InlineData("AWS", "arn:aws:sts::111122223333:assumed-role/Import/session")]
    [InlineData("AWS", "arn:aws:sts::111122223333:federated-user/Carol")]
    [InlineData("AWS", "AROAEXAMPLE1234567890")]
    [InlineData("AWS", "arn:aws:iam::111122223333:role/*")]
    [InlineData("AWS", "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EH1HDMB1FH2TC")]
    [InlineData("Federated", "accounts.google.com")]
    [InlineData("Service", "comprehend")]
    public void Principals_and_what_other_rules_judge_are_not(string type, string value) =>
        Assert.Empty(RuleRun.Of<InvalidPrincipalFormat>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow($$"""{ "{{type}}": "{{value}}" }""", "\"kms:Decrypt\"")));
}
