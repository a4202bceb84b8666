using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class EquivalentToNullFalseTests
{
    private const string Code = "EQUIVALENT_TO_NULL_FALSE";

    [Theory]
    [InlineData("StringLike", "aws:RequestTag/team", "\"*\"")]
    [InlineData("ForAnyValue:StringLike", "comprehend:VpcSubnets", "[\"*\", \"subnet-1\"]")]
    public void A_pattern_that_fits_all(string op, string key, string value)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": {value} }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"\"Null\": {{\"{key}\": \"false\"}}", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StringLike", "team-*")]
    [InlineData("StringEquals", "*")]
    [InlineData("StringNotLike", "*")]
    [InlineData("StringLikeIfExists", "*")]
    [InlineData("ForAllValues:StringLike", "*")]
    public void Other_patterns_and_operators(string op, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"aws:RequestTag/team\": \"{value}\" }}"));
}
