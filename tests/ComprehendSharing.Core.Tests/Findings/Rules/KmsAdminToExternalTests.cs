using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class KmsAdminToExternalTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";

    [Theory]
    [InlineData("\"kms:PutKeyPolicy\"", "kms:PutKeyPolicy. KMS does not accept the administrators' actions")]
    [InlineData("[\"kms:Decrypt\", \"kms:ScheduleKey*\"]", "kms:ScheduleKeyDeletion. KMS does not accept the administrators' actions")]
    [InlineData("\"kms:RevokeGrant\"", "kms:RevokeGrant. kms:RevokeGrant lets it take every grant on the key away.")]
    [InlineData("\"kms:*\"", "kms:PutKeyPolicy, kms:ScheduleKeyDeletion, kms:DisableKey")]
    public void Administration_by_another_account_is_found(string action, string expected)
    {
        Finding finding = Assert.Single(RuleRun.Of<KmsAdminToExternal>(PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Other, action)));
        Assert.Equal("KMS_ADMIN_TO_EXTERNAL", finding.Code);
        Assert.Equal(FindingSeverity.Security, finding.Severity);
        Assert.Equal("Statement[0].Action", finding.Path);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_found_behind_a_not_action() =>
        Assert.Equal(
            "Statement[0].NotAction",
            Assert.Single(RuleRun.Of<KmsAdminToExternal>(
                PolicyKind.KeyPolicy,
                RuleRun.Key,
                RuleRun.Allow(Other, "\"kms:Decrypt\"").Replace("\"Action\"", "\"NotAction\"", StringComparison.Ordinal))).Path);

    [Theory]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""", "\"kms:*\"", null)]
    [InlineData(RuleRun.Key, Other, "[\"kms:Decrypt\", \"kms:GenerateDataKey\", \"kms:CreateGrant\"]", null)]
    [InlineData(RuleRun.Key, Other, "[\"kms:CreateGrant\", \"kms:ListGrants\", \"kms:RevokeGrant\"]", """ "Bool": { "kms:GrantIsForAWSResource": "true" } """)]
    [InlineData(null, Other, "\"kms:*\"", null)]
    public void Use_of_the_key_and_the_own_account_are_not(string? resource, string principal, string action, string? condition) =>
        Assert.Empty(RuleRun.Of<KmsAdminToExternal>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, action, condition)));
}
