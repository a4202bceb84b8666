using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedResourceArnTests
{
    private const string Other = """{ "AWS": "444455556666" }""";

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:s3:::bucket")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:s3:::bucket/*")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:km:*")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:kms:us-west-2:111122223333:alias/models")]
    [InlineData(PolicyKind.KeyPolicy, null, "1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key, "arn:aws:kms:us-west-2:111122223333:key/0000abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData(PolicyKind.ModelPolicy, null, "arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/tickets")]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model, "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets")]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model, "arn:aws:comprehend:us-west-2:111122223333:document-classifier/other/version/*")]
    public void Another_resource_is_found(PolicyKind kind, string? attached, string value)
    {
        Finding finding = Assert.Single(Run(kind, attached, $"[\"*\", \"{value}\"]"));
        Assert.Equal("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", finding.Code);
        Assert.Equal("Statement[0].Resource[1]", finding.Path);
        Assert.StartsWith($"'{value}' is not {attached}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, null, "*")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:kms:*")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:*")]
    [InlineData(PolicyKind.KeyPolicy, null, "arn:aws:kms:us-west-2:111122223333:key/0000abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Key)]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key, "arn:aws:kms:us-west-2:111122223333:key/*")]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Model, RuleRun.Key)]
    [InlineData(PolicyKind.ModelPolicy, null, "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/*")]
    [InlineData(PolicyKind.ModelPolicy, null, "arn:aws:comprehend:us-west-2:111122223333:*")]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model, RuleRun.Model)]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model, "arn:aws:comprehend:${aws:RequestedRegion}:111122223333:entity-recognizer/foo")]
    [InlineData(PolicyKind.IdentityPolicy, null, "arn:aws:s3:::bucket")]
    public void Its_own_resource_and_what_cannot_be_known_are_not(PolicyKind kind, string? attached, string value) =>
        Assert.Empty(Run(kind, attached, $"\"{value}\""));

    private static IReadOnlyList<Finding> Run(PolicyKind kind, string? attached, string resource) =>
        RuleRun.Of<UnsupportedResourceArn>(kind, attached, RuleRun.Allow(Other, "\"kms:Decrypt\"", resource: resource));
}
