using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class NullRequiresAllMissingTests
{
    private const string Code = "NULL_REQUIRES_ALL_MISSING";

    [Theory]
    [InlineData("\"comprehend:VolumeKmsKey\": \"true\", \"comprehend:ModelKmsKey\": true", "comprehend:VolumeKmsKey, comprehend:ModelKmsKey")]
    [InlineData("\"aws:RequestTag/team\": \"True\", \"aws:RequestTag/cost\": \"true\"", "aws:RequestTag/team, aws:RequestTag/cost")]
    public void Several_keys_of_a_Deny(string keys, string named)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"Null\": {{ {keys} }}", "Deny"));

        Assert.Equal(("Statement[0].Condition.Null", 3, FindingSeverity.Security), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains(named, finding.Message, StringComparison.Ordinal);
        Assert.Contains("one Deny statement for each key", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Deny", "\"comprehend:VolumeKmsKey\": \"true\"")]
    [InlineData("Deny", "\"comprehend:VolumeKmsKey\": \"true\", \"comprehend:ModelKmsKey\": \"false\"")]
    [InlineData("Deny", "\"aws:SourceVpc\": \"true\", \"aws:SourceVpce\": \"true\"")]
    [InlineData("Allow", "\"comprehend:VolumeKmsKey\": \"false\", \"comprehend:ModelKmsKey\": \"false\"")]
    [InlineData("Allow", "\"comprehend:VolumeKmsKey\": \"true\", \"comprehend:ModelKmsKey\": \"true\"")]
    public void One_key_and_keys_of_which_one_is_enough(string effect, string keys) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"Null\": {{ {keys} }}", effect));
}
