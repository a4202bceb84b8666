using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RestrictAccessToServicePrincipalTests
{
    private const string Service = """{ "Service": ["cloudtrail.amazonaws.com"] }""";

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, "kms:GenerateDataKey*", null)]
    [InlineData(PolicyKind.KeyPolicy, "kms:Decrypt", """ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } """)]
    [InlineData(PolicyKind.KeyPolicy, "kms:Decrypt", """ "StringNotEquals": { "aws:SourceAccount": "111122223333" } """)]
    [InlineData(PolicyKind.ModelPolicy, "comprehend:ImportModel", null)]
    public void A_service_that_acts_for_anybody_is_found(PolicyKind kind, string action, string? condition)
    {
        Finding finding = Assert.Single(RuleRun.Of<RestrictAccessToServicePrincipal>(
            kind, null, RuleRun.Allow(Service, $"\"{action}\"", condition)));
        Assert.Equal("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", finding.Code);
        Assert.Equal("Statement[0].Principal.Service[0]", finding.Path);
        Assert.Contains("'cloudtrail.amazonaws.com'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kms:DescribeKey", null)]
    [InlineData("kms:GenerateDataKey*", """ "StringLike": { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" } """)]
    [InlineData("kms:Decrypt", """ "ArnLike": { "aws:SourceArn": "arn:aws:cloudtrail:us-west-2:111122223333:trail/t" } """)]
    [InlineData("kms:Decrypt", """ "StringEquals": { "AWS:SourceAccount": "111122223333" } """)]
    [InlineData("kms:Decrypt", """ "StringEquals": { "aws:SourceOrgID": "o-example" } """)]
    [InlineData("kms:Decrypt", """ "StringEquals": { "aws:PrincipalOrgID": "o-example" } """)]
    [InlineData("kms:CreateGrant", """ "Bool": { "kms:GrantIsForAWSResource": true } """)]
    public void A_named_source_and_the_key_s_metadata_are_not(string action, string? condition) =>
        Assert.Empty(RuleRun.Of<RestrictAccessToServicePrincipal>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow(Service, $"\"{action}\"", condition)));

    [Fact]
    public void Trust_policies_are_another_finding() =>
        Assert.Empty(RuleRun.Of<RestrictAccessToServicePrincipal>(PolicyKind.TrustPolicy, null, RuleRun.Trust(Service)));

    [Fact]
    public void Accounts_are_not() =>
        Assert.Empty(RuleRun.Of<RestrictAccessToServicePrincipal>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow("""{ "AWS": "444455556666" }""", "\"kms:Decrypt\"")));
}
