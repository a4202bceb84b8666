using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class KmsNoAccountDelegationTests
{
    private const string Admin = """{ "AWS": "arn:aws:iam::111122223333:role/KeyAdmin" }""";

    [Fact]
    public void A_policy_of_users_and_roles_alone_is_found()
    {
        Finding finding = Assert.Single(RuleRun.Of<KmsNoAccountDelegation>(
            PolicyKind.KeyPolicy,
            RuleRun.Key,
            RuleRun.Allow(Admin, "\"kms:*\""),
            RuleRun.Allow("""{ "AWS": "arn:aws:iam::444455556666:root" }""", "\"kms:Decrypt\"")));
        Assert.Equal("KMS_NO_ACCOUNT_DELEGATION", finding.Code);
        Assert.Equal(string.Empty, finding.Path);
        Assert.Contains("only arn:aws:iam::111122223333:role/KeyAdmin can change", finding.Message, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::111122223333:root", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleRun.Key, """{ "AWS": "arn:aws:iam::111122223333:root" }""")]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""")]
    [InlineData(RuleRun.Key, "\"*\"")]
    [InlineData(RuleRun.Key, """{ "AWS": "arn:aws:iam::Your_account_ID:root" }""")]
    [InlineData(null, """{ "AWS": "arn:aws:iam::444455556666:root" }""")]
    public void A_statement_for_the_account_is_enough(string? resource, string principal) =>
        Assert.Empty(RuleRun.Of<KmsNoAccountDelegation>(
            PolicyKind.KeyPolicy, resource, RuleRun.Allow(Admin, "\"kms:*\""), RuleRun.Allow(principal, "\"kms:*\"")));

    [Fact]
    public void Where_nobody_has_control_that_is_the_finding() =>
        Assert.Empty(RuleRun.Of<KmsNoAccountDelegation>(PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Admin, "\"kms:Decrypt\"")));

    [Fact]
    public void The_policy_of_an_aws_managed_key_is_not() =>
        Assert.Empty(RuleRun.OfDocument<KmsNoAccountDelegation>(
            PolicyKind.KeyPolicy, RuleRun.Key, """{ "Version": "2012-10-17", "Id": "auto-dynamodb-1", "Statement": [] }"""));

    [Fact]
    public void Other_kinds_of_policy_are_not() =>
        Assert.Empty(RuleRun.Of<KmsNoAccountDelegation>(PolicyKind.TrustPolicy, RuleRun.Role, RuleRun.Allow(Admin, "\"*\"")));
}
