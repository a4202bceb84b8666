using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class NullWithQualifierTests
{
    private const string Code = "NULL_WITH_QUALIFIER";

    [Theory]
    [InlineData("ForAllValues:Null", "always")]
    [InlineData("ForAnyValue:Null", "never")]
    public void Null_behind_a_qualifier(string op, string consequence)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"comprehend:VpcSubnets\": \"true\" }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.comprehend:VpcSubnets", FindingSeverity.Suggestion), (finding.Path, finding.Severity));
        Assert.Contains($"{consequence} holds", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Null")]
    [InlineData("ForAnyValue:StringLike")]
    public void Null_alone_and_others(string op) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"comprehend:VpcSubnets\": \"true\" }}"));
}
