using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class CreateGrantUnconstrainedTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";

    [Theory]
    [InlineData("\"kms:CreateGrant\"", null)]
    [InlineData("\"kms:*\"", null)]
    [InlineData("\"kms:CreateGrant\"", """ "BoolIfExists": { "kms:GrantIsForAWSResource": "true" } """)]
    [InlineData("\"kms:CreateGrant\"", """ "ForAllValues:StringNotEquals": { "kms:GrantOperations": "Decrypt" } """)]
    public void A_grant_for_anybody_is_found(string action, string? condition)
    {
        Finding finding = Assert.Single(RuleRun.Of<CreateGrantUnconstrained>(
            PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Allow(Other, action, condition)));
        Assert.Equal("CREATE_GRANT_UNCONSTRAINED", finding.Code);
        Assert.Equal("Statement[0].Principal", finding.Path);
        Assert.StartsWith("arn:aws:iam::444455556666:root may create grants", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleRun.Key, Other, """ "Bool": { "kms:GrantIsForAWSResource": true } """)]
    [InlineData(RuleRun.Key, Other, """ "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] } """)]
    [InlineData(RuleRun.Key, Other, """ "StringLike": { "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:*" } """)]
    [InlineData(RuleRun.Key, Other, """ "StringEquals": { "kms:GranteePrincipal": "arn:aws:iam::444455556666:role/Import" } """)]
    [InlineData(RuleRun.Key, Other, """ "StringEquals": { "kms:GrantConstraintType": "EncryptionContextEquals" } """)]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""", null)]
    [InlineData(null, Other, null)]
    public void A_constrained_grant_the_own_account_and_an_unknown_owner_are_not(string? resource, string principal, string? condition) =>
        Assert.Empty(RuleRun.Of<CreateGrantUnconstrained>(
            PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, "\"kms:CreateGrant\"", condition)));
}
