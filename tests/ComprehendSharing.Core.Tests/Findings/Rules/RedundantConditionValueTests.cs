using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RedundantConditionValueTests
{
    private const string Code = "REDUNDANT_CONDITION_VALUE";

    [Theory]
    [InlineData("NumericLessThan", "aws:MultiFactorAuthAge", "\"2700\", \"3600\"", 0)]
    [InlineData("NumericGreaterThanEquals", "aws:MultiFactorAuthAge", "2700, 3600", 1)]
    [InlineData("StringEquals", "aws:username", "\"a\", \"b\", \"a\"", 2)]
    [InlineData("StringEqualsIgnoreCase", "aws:username", "\"a\", \"A\"", 1)]
    [InlineData("StringNotLike", "aws:username", "\"ab\", \"a*\"", 0)]
    [InlineData("ForAnyValue:StringLike", "aws:TagKeys", "\"*\", \"a*\"", 1)]
    [InlineData("ArnLike", "aws:SourceArn", "\"arn:aws:s3:::*\", \"arn:aws:s3:::bucket\"", 1)]
    public void A_value_that_adds_nothing(string op, string key, string values, int redundant)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": [{values}] }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}[{redundant}]", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
    }

    [Theory]
    [InlineData("StringEquals", "aws:username", "\"a*\", \"ab\"")]
    [InlineData("StringEquals", "aws:username", "\"a\", \"A\"")]
    [InlineData("StringLike", "aws:username", "\"a*\", \"*a\"")]
    [InlineData("StringLike", "aws:username", "\"?*\", \"*\"", "'*'")]
    [InlineData("NumericEquals", "s3:max-keys", "1, 2")]
    [InlineData("NumericLessThan", "s3:max-keys", "1")]
    public void Values_that_say_something(string op, string key, string values, string kept = "'") => Assert.DoesNotContain(
        RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": [{values}] }}"),
        finding => finding.Message.StartsWith(kept, StringComparison.Ordinal));
}
