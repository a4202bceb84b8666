using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ShareWithAnyModelTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";

    [Theory]
    [InlineData("StringLike", "aws:SourceArn", "arn:aws:comprehend:*")]
    [InlineData("StringLike", "kms:EncryptionContext:aws:comprehend:arn", "arn:aws:comprehend:*")]
    [InlineData("StringLike", "aws:SourceArn", "arn:aws:comprehend:us-west-2:*")]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:comprehend:us-west-2:*:document-classifier/*")]
    public void A_pattern_for_every_account_is_found(string op, string key, string value)
    {
        Finding finding = Assert.Single(RuleRun.Of<ShareWithAnyModel>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow(Other, "\"kms:Decrypt\"", $$""" "{{op}}": { "{{key}}": "{{value}}" } """)));
        Assert.Equal("SHARE_WITH_ANY_MODEL", finding.Code);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal($"Statement[0].Condition.{op}.{key}", finding.Path);
        Assert.StartsWith($"'{value}' in {key} fits", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyAccessScope.Service, KmsStatementForm.Split, 2)]
    [InlineData(KeyAccessScope.Service, KmsStatementForm.Compact, 1)]
    [InlineData(KeyAccessScope.Account, KmsStatementForm.Split, 0)]
    [InlineData(KeyAccessScope.Model, KmsStatementForm.Compact, 0)]
    [InlineData(KeyAccessScope.ModelVersion, KmsStatementForm.Split, 0)]
    public void Of_our_own_statements_the_broadest_are_found(KeyAccessScope scope, KmsStatementForm form, int expected)
    {
        string json = PolicyDocument.Create(KmsStatementTemplate.Create(
            [PolicyPrincipal.Parse("444455556666")], [ModelArn.Parse(RuleRun.Model)], scope, form)).ToJson();
        Assert.Equal(expected, RuleRun.OfDocument<ShareWithAnyModel>(PolicyKind.KeyPolicy, RuleRun.Key, json).Count);
    }

    // Literal text and an ARN pattern with too few parts fit no model at all; other conditions say whose models are meant.
    [Theory]
    [InlineData(null, Other, """ "StringEquals": { "aws:SourceArn": "arn:aws:comprehend:*" } """)]
    [InlineData(null, Other, """ "ArnLike": { "aws:SourceArn": "arn:aws:comprehend:*" } """)]
    [InlineData(null, Other, """ "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" }, "StringEquals": { "aws:SourceAccount": "111122223333" } """)]
    [InlineData(null, Other, """ "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*", "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:*:111122223333:*" } """)]
    [InlineData(null, Other, """ "StringLike": { "aws:SourceArn": "arn:aws:s3:*" } """)]
    [InlineData(null, """{ "Service": "comprehend.amazonaws.com" }""", """ "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" } """)]
    [InlineData(RuleRun.Key, """{ "AWS": "111122223333" }""", """ "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" } """)]
    public void What_fits_nothing_or_the_models_of_one_account_is_not(string? resource, string principal, string condition) =>
        Assert.Empty(RuleRun.Of<ShareWithAnyModel>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, "\"kms:Decrypt\"", condition)));
}
