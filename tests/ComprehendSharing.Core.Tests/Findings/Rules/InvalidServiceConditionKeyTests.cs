using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidServiceConditionKeyTests
{
    private const string Code = "INVALID_SERVICE_CONDITION_KEY";

    [Theory]
    [InlineData("comprehend:ModelKMSKeyId", "'comprehend:ModelKmsKey'")]
    [InlineData("comprehend:VpcSubnetIds", "'comprehend:VpcSubnets'")]
    [InlineData("comprehend:Region", "list of condition keys")]
    [InlineData("kms:EncryptionContext", "kms:EncryptionContext:${EncryptionContextKey}")]
    [InlineData("kms:ViaServices", "'kms:ViaService'")]
    public void Keys_that_there_are_not(string key, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"StringEquals\": {{ \"{key}\": \"x\" }}"));

        Assert.Equal(($"Statement[0].Condition.StringEquals.{key}", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{key}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comprehend:modelkmskey")]
    [InlineData("kms:EncryptionContext:team")]
    [InlineData("kms:RecipientAttestation:PCR31")]
    [InlineData("kms:GrantConstraintSourceArn")]
    [InlineData("s3:NoSuchKey")]
    public void Keys_that_there_are_and_those_of_others(string key) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"StringEquals\": {{ \"{key}\": \"x\" }}"));
}
