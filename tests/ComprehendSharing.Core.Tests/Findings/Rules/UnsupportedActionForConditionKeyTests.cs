using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedActionForConditionKeyTests
{
    private const string Code = "UNSUPPORTED_ACTION_FOR_CONDITION_KEY";

    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Theory]
    [InlineData("Allow", "ArnEquals", "never allows")]
    [InlineData("Allow", "ForAnyValue:ArnNotEquals", "never allows")]
    [InlineData("Deny", "ArnNotEquals", "always denies")]
    [InlineData("Deny", "ArnEqualsIfExists", "always denies")]
    [InlineData("Deny", "ForAllValues:ArnEquals", "always denies")]
    [InlineData("Deny", "ArnEquals", "never denies")]
    public void A_key_that_one_of_the_actions_never_carries(string effect, string op, string consequence)
    {
        Finding finding = Assert.Single(On(effect, "\"comprehend:ImportModel\", \"comprehend:CreateDocumentClassifier\"", op, "VolumeKmsKey", Key));

        Assert.Equal(($"Statement[0].Condition.{op}.comprehend:VolumeKmsKey", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.StartsWith("Requests for comprehend:ImportModel never carry comprehend:VolumeKmsKey", finding.Message, StringComparison.Ordinal);
        Assert.Contains(consequence, finding.Message, StringComparison.Ordinal);
        Assert.Contains("for comprehend:CreateDocumentClassifier alone", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deny", "true", "always denies")]
    [InlineData("Deny", "false", "never denies")]
    [InlineData("Allow", "false", "never allows")]
    public void Null(string effect, string value, string consequence) => Assert.Contains(
        consequence,
        Assert.Single(On(effect, "\"comprehend:ImportModel\"", "Null", "OutputKmsKey", value)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_wildcard_takes_in_actions_that_cannot_carry_the_key()
    {
        Finding finding = Assert.Single(On("Allow", "\"comprehend:Start*Job\"", "ArnEquals", "VolumeKmsKey", Key));

        Assert.Contains("comprehend:StartEventsDetectionJob, comprehend:StartPiiEntitiesDetectionJob never", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_actions_are_not_all_named()
    {
        Finding finding = Assert.Single(On("Deny", "\"comprehend:*\"", "Null", "ModelKmsKey", "true"));

        Assert.Contains("other actions never carry comprehend:ModelKmsKey", finding.Message, StringComparison.Ordinal);
        Assert.InRange(finding.Message.Length, 100, 500);
    }

    [Fact]
    public void No_action_carries_it()
    {
        Finding finding = Assert.Single(On("Allow", "\"comprehend:PutResourcePolicy\"", "ArnEquals", "DataLakeKmsKey", Key));

        Assert.Contains("only comprehend:CreateFlywheel carry it", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", "\"comprehend:ImportModel\"", "ArnEquals", "ModelKmsKey", Key)]
    [InlineData("Allow", "\"comprehend:ImportModel\", \"comprehend:CreateEndpoint\"", "ArnEqualsIfExists", "ModelKmsKey", Key)]
    [InlineData("Allow", "\"comprehend:ImportModel\"", "Null", "VolumeKmsKey", "true")]
    [InlineData("Deny", "\"comprehend:*\"", "ArnEquals", "ModelKmsKey", Key)]
    [InlineData("Deny", "\"comprehend:CreateDocumentClassifier\"", "Null", "OutputKmsKey", "true")]
    [InlineData("Allow", "\"comprehend:ImportModel\"", "ArnEquals", "NoSuchKey", Key)]
    [InlineData("Allow", "\"s3:GetObject\"", "ArnEquals", "ModelKmsKey", Key)]
    public void Actions_that_carry_it_and_conditions_that_are_meant(string effect, string actions, string op, string key, string value) =>
        Assert.Empty(On(effect, actions, op, key, value));

    [Fact]
    public void A_Deny_that_another_key_keeps_from_the_action() => Assert.Empty(RuleRun.OnCondition(
        Code,
        "\"Null\": { \"comprehend:VolumeKmsKey\": \"true\", \"comprehend:OutputKmsKey\": \"false\" }",
        "Deny",
        "comprehend:Describe*"));

    private static IReadOnlyList<Finding> On(string effect, string actions, string op, string key, string value) => RuleRun.OnStatement(
        Code,
        $$"""
        "Effect": "{{effect}}", "Action": [{{actions}}], "Resource": "*", "Condition": { "{{op}}": { "comprehend:{{key}}": "{{value}}" } }
        """);
}
