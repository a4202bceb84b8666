using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RegionOrPartitionMismatchTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";
    private const string MultiRegionKey = "arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

    [Theory]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws:comprehend:us-east-1:111122223333:document-classifier/tickets/version/v1")]
    [InlineData("StringLike", "kms:EncryptionContext:aws:comprehend:arn", "arn:aws:comprehend:us-east-1:*")]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws-us-gov:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1")]
    [InlineData("StringEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com")]
    public void A_condition_that_no_request_to_the_key_fulfils_is_found(string op, string key, string value)
    {
        Finding finding = Assert.Single(Run(RuleRun.Key, op, key, $"\"{value}\""));
        Assert.Equal("REGION_OR_PARTITION_MISMATCH", finding.Code);
        Assert.Equal($"Statement[0].Condition.{op}.{key}", finding.Path);
        Assert.Contains(value, finding.Message, StringComparison.Ordinal);
        Assert.Contains("us-west-2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key)]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model)]
    [InlineData(PolicyKind.TrustPolicy, RuleRun.Role)]
    public void A_principal_of_another_partition_is_found(PolicyKind kind, string resource)
    {
        Finding finding = Assert.Single(RuleRun.Of<RegionOrPartitionMismatch>(
            kind, resource, RuleRun.Allow("""{ "AWS": "arn:aws-us-gov:iam::444455556666:root" }""", "\"*\"")));
        Assert.Equal("Statement[0].Principal.AWS", finding.Path);
        Assert.Contains("partition aws-us-gov", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleRun.Key, "StringEquals", "aws:SourceArn", "\"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1\"")]
    [InlineData(RuleRun.Key, "StringLike", "aws:SourceArn", "\"arn:aws:comprehend:*\"")]
    [InlineData(RuleRun.Key, "StringNotEquals", "aws:SourceArn", "\"arn:aws:comprehend:us-east-1:111122223333:document-classifier/t\"")]
    [InlineData(RuleRun.Key, "ArnLike", "aws:SourceArn", "\"arn:aws:cloudtrail:us-east-1:111122223333:trail/t\"")]
    [InlineData(RuleRun.Key, "StringLike", "kms:ViaService", "\"s3.*.amazonaws.com\"")]
    [InlineData(RuleRun.Key, "StringEquals", "kms:ViaService", "[\"s3.us-east-1.amazonaws.com\", \"s3.us-west-2.amazonaws.com\"]")]
    [InlineData(MultiRegionKey, "StringLike", "aws:SourceArn", "[\"arn:aws:comprehend:us-east-1:*\", \"arn:aws:comprehend:us-west-2:*\"]")]
    [InlineData(null, "StringLike", "aws:SourceArn", "\"arn:aws:comprehend:us-east-1:*\"")]
    public void The_key_s_region_patterns_and_an_unknown_key_are_not(string? resource, string op, string key, string value) =>
        Assert.Empty(Run(resource, op, key, value));

    private static IReadOnlyList<Finding> Run(string? resource, string op, string key, string value) =>
        RuleRun.Of<RegionOrPartitionMismatch>(
            PolicyKind.KeyPolicy, resource, RuleRun.Allow(Other, "\"kms:Decrypt\"", $$""" "{{op}}": { "{{key}}": {{value}} } """));
}
