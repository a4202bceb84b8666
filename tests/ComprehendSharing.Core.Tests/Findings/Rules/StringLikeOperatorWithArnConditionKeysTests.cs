using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class StringLikeOperatorWithArnConditionKeysTests
{
    private const string Code = "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS";

    [Theory]
    [InlineData("StringLike", "aws:SourceArn", "arn:aws:comprehend:*", "\"ArnLike\" with 'arn:aws:comprehend:*:*:*'")]
    [InlineData("StringLike", "aws:PrincipalArn", "arn:aws:iam::*:role/admin", "\"ArnLike\" with 'arn:aws:iam::*:role/admin'")]
    [InlineData("StringNotLikeIfExists", "comprehend:ModelKmsKey", "arn:aws:kms:*:key/1", "\"ArnNotLikeIfExists\"")]
    public void A_wildcard_that_reaches_over_colons(string op, string key, string value, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"{value}\" }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}", 3, FindingSeverity.Security), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StringLike", "aws:SourceArn", "arn:aws:comprehend:us-west-2:111122223333:document-classifier/*")]
    [InlineData("StringLike", "aws:PrincipalArn", "arn:aws:iam::${aws:PrincipalAccount}:role/service-role/*")]
    [InlineData("StringLike", "kms:EncryptionContext:aws:comprehend:arn", "arn:aws:comprehend:*")]
    [InlineData("StringLike", "aws:SourceArn", "*")]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:comprehend:*:*:*")]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws:comprehend:*")]
    public void Wildcards_in_the_last_part_and_other_operators(string op, string key, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"{value}\" }}"));
}
