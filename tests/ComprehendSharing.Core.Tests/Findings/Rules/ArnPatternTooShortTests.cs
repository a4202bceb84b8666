using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ArnPatternTooShortTests
{
    private const string Code = "ARN_PATTERN_TOO_SHORT";

    [Theory]
    [InlineData("ArnLike", "arn:aws:comprehend:*", "4 of the 6", "never holds", "'arn:aws:comprehend:*:*:*'")]
    [InlineData("ArnNotEquals", "111122223333", "1 of the 6", "always holds", "arn:partition:service")]
    [InlineData("ForAnyValue:ArnEquals", "arn:aws:iam::role/admin", "5 of the 6", "never holds", "arn:partition:service")]
    public void Fewer_than_six_parts(string op, string value, string count, string consequence, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:SourceArn\": [\"{value}\"] }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.aws:SourceArn[0]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(count, finding.Message, StringComparison.Ordinal);
        Assert.Contains(consequence, finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ArnLike", "arn:aws:comprehend:*:*:*")]
    [InlineData("ArnEquals", "arn:aws:s3:::bucket")]
    [InlineData("ArnLike", "*")]
    [InlineData("ArnEquals", "${aws:PrincipalArn}")]
    [InlineData("StringLike", "arn:aws:comprehend:*")]
    public void Six_parts_and_what_may_be_six(string op, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:SourceArn\": \"{value}\" }}"));
}
