using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class DenyNotPrincipalWithoutAccountTests
{
    [Theory]
    [InlineData("\"arn:aws:iam::444455556666:user/Bob\"", "Statement[0].NotPrincipal.AWS")]
    [InlineData("[\"arn:aws:iam::111122223333:root\", \"arn:aws:iam::444455556666:role/Import\"]", "Statement[0].NotPrincipal.AWS[1]")]
    public void A_user_or_role_without_its_account_is_found(string aws, string path)
    {
        Finding finding = Assert.Single(RuleRun.Of<DenyNotPrincipalWithoutAccount>(PolicyKind.KeyPolicy, null, Statement("Deny", aws)));
        Assert.Equal("DENY_NOT_PRINCIPAL_WITHOUT_ACCOUNT", finding.Code);
        Assert.Equal(path, finding.Path);
        Assert.Contains("account 444455556666", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deny", "[\"arn:aws:iam::444455556666:user/Bob\", \"arn:aws:iam::444455556666:root\"]")]
    [InlineData("Deny", "[\"arn:aws:iam::444455556666:user/Bob\", \"444455556666\"]")]
    [InlineData("Deny", "\"arn:aws:iam::444455556666:root\"")]
    [InlineData("Allow", "\"arn:aws:iam::444455556666:user/Bob\"")]
    public void One_with_its_account_is_not(string effect, string aws) =>
        Assert.Empty(RuleRun.Of<DenyNotPrincipalWithoutAccount>(PolicyKind.KeyPolicy, null, Statement(effect, aws)));

    private static string Statement(string effect, string aws) =>
        $$"""{ "Effect": "{{effect}}", "NotPrincipal": { "AWS": {{aws}} }, "Action": "kms:*", "Resource": "*" }""";
}
