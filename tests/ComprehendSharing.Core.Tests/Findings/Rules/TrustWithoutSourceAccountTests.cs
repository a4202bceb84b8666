using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class TrustWithoutSourceAccountTests
{
    private const string Comprehend = """{ "Service": ["sagemaker.amazonaws.com", "comprehend.amazonaws.com"] }""";

    [Theory]
    [InlineData(null)]
    [InlineData(""" "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } """)]
    [InlineData(""" "StringNotEquals": { "aws:SourceAccount": "111122223333" } """)]
    public void Trust_in_comprehend_for_any_account_is_found(string? condition)
    {
        Finding finding = Assert.Single(RuleRun.Of<TrustWithoutSourceAccount>(
            PolicyKind.TrustPolicy, RuleRun.Role, RuleRun.Trust(Comprehend, condition)));
        Assert.Equal("TRUST_WITHOUT_SOURCE_ACCOUNT", finding.Code);
        Assert.Equal("Statement[0].Principal.Service[1]", finding.Path);
        Assert.Contains("comprehend.amazonaws.com", finding.Message, StringComparison.Ordinal);
        Assert.Contains("aws:SourceAccount with 111122223333", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.TrustPolicy, Comprehend, """ "StringEquals": { "aws:SourceAccount": "111122223333" } """)]
    [InlineData(PolicyKind.TrustPolicy, Comprehend, """ "ArnEquals": { "aws:SourceArn": "arn:aws:comprehend:us-west-2:111122223333:pii-entities-detection-job/*" } """)]
    [InlineData(PolicyKind.TrustPolicy, Comprehend, """ "StringEquals": { "aws:SourceOrgID": "o-example" } """)]
    [InlineData(PolicyKind.TrustPolicy, """{ "Service": "ec2.amazonaws.com" }""", null)]
    [InlineData(PolicyKind.TrustPolicy, """{ "AWS": "444455556666" }""", null)]
    [InlineData(PolicyKind.ModelPolicy, Comprehend, null)]
    public void A_named_source_and_other_principals_are_not(PolicyKind kind, string principal, string? condition) =>
        Assert.Empty(RuleRun.Of<TrustWithoutSourceAccount>(kind, null, RuleRun.Trust(principal, condition)));
}
