using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ForAllValuesWithoutNullGuardTests
{
    private const string Code = "FOR_ALL_VALUES_WITHOUT_NULL_GUARD";

    private const string Subnets = "\"ForAllValues:StringEquals\": { \"comprehend:VpcSubnets\": \"subnet-1\" }";

    [Theory]
    [InlineData("")]
    [InlineData(", \"Null\": { \"comprehend:VpcSubnets\": \"true\" }")]
    [InlineData(", \"StringEquals\": { \"kms:EncryptionContext:team\": \"a\" }")]
    [InlineData(", \"Null\": { \"comprehend:VpcSecurityGroupIds\": \"false\" }")]
    public void An_Allow_without_the_guard(string other)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, Subnets + other));

        Assert.Equal(
            ("Statement[0].Condition.ForAllValues:StringEquals.comprehend:VpcSubnets", 3, FindingSeverity.Warning),
            (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("without comprehend:VpcSubnets", finding.Message, StringComparison.Ordinal);
        Assert.Contains("\"Null\": {\"comprehend:VpcSubnets\": \"false\"}", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Subnets + ", \"Null\": { \"COMPREHEND:VpcSubnets\": \"false\" }", "Allow")]
    [InlineData(Subnets + ", \"Null\": { \"comprehend:VpcSubnets\": false }", "Allow")]
    [InlineData(Subnets + ", \"ForAnyValue:StringLike\": { \"comprehend:VpcSubnets\": \"subnet-*\" }", "Allow")]
    [InlineData("\"ForAllValues:StringEquals\": { \"kms:EncryptionContextKeys\": \"team\" }, \"StringEquals\": { \"kms:EncryptionContext:team\": \"a\" }", "Allow")]
    [InlineData(Subnets, "Deny")]
    [InlineData("\"ForAllValues:StringEquals\": { \"aws:TagKeys\": \"team\" }", "Allow")]
    [InlineData("\"ForAllValues:StringEquals\": { \"kms:GrantOperations\": \"Decrypt\" }", "Allow")]
    [InlineData("\"ForAllValues:StringEquals\": { \"dynamodb:LeadingKeys\": \"x\" }", "Allow")]
    [InlineData("\"ForAnyValue:StringEquals\": { \"comprehend:VpcSubnets\": \"subnet-1\" }", "Allow")]
    public void Guarded_ones_and_keys_that_need_no_guard(string condition, string effect) =>
        Assert.Empty(RuleRun.OnCondition(Code, condition, effect));
}
