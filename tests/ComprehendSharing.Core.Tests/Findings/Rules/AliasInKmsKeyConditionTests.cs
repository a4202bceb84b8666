using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class AliasInKmsKeyConditionTests
{
    private const string Code = "ALIAS_IN_KMS_KEY_CONDITION";

    [Theory]
    [InlineData("comprehend:VolumeKmsKey", "arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias")]
    [InlineData("Comprehend:ModelKmsKey", "alias/ExampleAlias")]
    public void An_alias(string key, string value)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"ArnEquals\": {{ \"{key}\": [\"{value}\"] }}"));

        Assert.Equal(($"Statement[0].Condition.ArnEquals.{key}[0]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("key/key-id", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comprehend:VolumeKmsKey", "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("comprehend:OutputKmsKey", "arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias")]
    [InlineData("kms:RequestAlias", "alias/ExampleAlias")]
    public void Keys_and_keys_that_take_aliases(string key, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"ArnEquals\": {{ \"{key}\": \"{value}\" }}"));
}
