using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidGlobalConditionKeyTests
{
    private const string Code = "INVALID_GLOBAL_CONDITION_KEY";

    [Theory]
    [InlineData("aws:SourceAcount", "'aws:SourceAccount'")]
    [InlineData("aws:PrincipalTags/team", "'aws:PrincipalTag/team'")]
    [InlineData("aws:RequestTag", "aws:RequestTag/${TagKey}")]
    [InlineData("aws:NoSuchThingAtAll", "list of condition keys")]
    public void Keys_that_there_are_not(string key, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"StringEquals\": {{ \"{key}\": \"x\" }}"));

        Assert.Equal(($"Statement[0].Condition.StringEquals.{key}", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{key}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:SourceAccount")]
    [InlineData("AWS:sourcevpce")]
    [InlineData("aws:PrincipalTag/cost-center")]
    [InlineData("aws:SourceOrgID")]
    [InlineData("s3:prefix")]
    [InlineData("comprehend:NoSuchKey")]
    public void Keys_that_there_are_and_those_of_services(string key) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"StringEquals\": {{ \"{key}\": \"x\" }}"));
}
