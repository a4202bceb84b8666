using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidConditionOperatorTests
{
    private const string Code = "INVALID_CONDITION_OPERATOR";

    [Theory]
    [InlineData("StringEqual", "StringEquals")]
    [InlineData("ArnNotLikes", "ArnNotLike")]
    [InlineData("ForAllValue:StringEquals", "ForAllValues:StringEquals")]
    [InlineData("IPAddres", "IpAddress")]
    [InlineData("Regex", "StringEquals or ArnLike")]
    public void Operators_that_there_are_not(string op, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:SourceArn\": \"x\" }}"));

        Assert.Equal(($"Statement[0].Condition.{op}", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{op}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StringEquals")]
    [InlineData("ForAnyValue:StringNotEqualsIgnoreCaseIfExists")]
    [InlineData("NumericGreaterThanEqualsIfExists")]
    [InlineData("BinaryEquals")]
    [InlineData("Null")]
    [InlineData("stringlike")]
    public void Operators_that_there_are(string op) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:SourceArn\": \"x\" }}"));
}
