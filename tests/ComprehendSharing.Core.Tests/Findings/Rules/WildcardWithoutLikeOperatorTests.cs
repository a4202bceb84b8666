using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class WildcardWithoutLikeOperatorTests
{
    private const string Code = "WILDCARD_WITHOUT_LIKE_OPERATOR";

    [Theory]
    [InlineData("StringEquals", "kms:ViaService", "s3.*.amazonaws.com", "StringLike")]
    [InlineData("StringNotEqualsIfExists", "aws:PrincipalTag/team", "a?", "StringNotLikeIfExists")]
    [InlineData("ForAnyValue:StringEqualsIgnoreCase", "aws:TagKeys", "team-*", "ForAnyValue:StringLike")]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws:comprehend:us-east-1:111122223333:*", "ArnLike")]
    [InlineData("StringEquals", "s3:prefix", "home/${aws:username}/*", "StringLike")]
    public void Wildcards_that_are_none(string op, string key, string value, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": [\"{value}\", \"plain\"] }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}[0]", 3, FindingSeverity.Warning), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
        Assert.Equal($"Write \"{cure}\".", finding.Recommendation);
    }

    [Theory]
    [InlineData("StringLike", "s3.*.amazonaws.com")]
    [InlineData("ArnEquals", "arn:aws:iam::111122223333:role/*")]
    [InlineData("StringEquals", "a${*}b")]
    [InlineData("StringEquals", "https://example.com/?id=1")]
    [InlineData("StringEquals", "plain")]
    public void Real_wildcards_and_texts_without(string op, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"s3:prefix\": \"{value}\" }}"));
}
