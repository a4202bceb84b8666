using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RedundantResourceTests
{
    private const string Code = "REDUNDANT_RESOURCE";

    [Theory]
    [InlineData("*", "arn:aws:s3:::bucket")]
    [InlineData("arn:aws:s3:::bucket*", "arn:aws:s3:::bucket/*")]
    [InlineData("arn:aws:comprehend:*:111122223333:*", "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo")]
    [InlineData("arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/${aws:username}")]
    [InlineData("arn:aws:s3:::bucket", "arn:aws:s3:::bucket")]
    public void One_covers_the_other(string wide, string narrow)
    {
        Finding finding = Assert.Single(On(wide, narrow));

        Assert.Equal(("Statement[0].Resource[1]", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{narrow}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket", "arn:aws:s3:::bucket/*")]
    [InlineData("arn:aws:s3:::Bucket*", "arn:aws:s3:::bucket1")]
    [InlineData("arn:aws:kms:*", "arn:aws:kms:us-west-2:111122223333:key/1")]
    [InlineData("arn:aws:s3:::bucket/${aws:username}/*", "arn:aws:s3:::bucket/jane/*")]
    public void Neither_covers_the_other(string first, string second) => Assert.Empty(On(first, second));

    private static IReadOnlyList<Finding> On(string first, string second) => RuleRun.OnStatement(
        Code, $"\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": [\"{first}\", \"{second}\"]");
}
