using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingQualifierTests
{
    private const string Code = "MISSING_QUALIFIER";

    [Theory]
    [InlineData("StringEquals", "comprehend:VpcSubnets")]
    [InlineData("StringNotEqualsIfExists", "comprehend:VpcSecurityGroupIds")]
    [InlineData("StringLike", "kms:EncryptionContextKeys")]
    [InlineData("StringEquals", "aws:PrincipalOrgPaths")]
    public void A_key_of_several_values(string op, string key)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"x\" }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains(key, finding.Message, StringComparison.Ordinal);
        Assert.Contains($"\"ForAnyValue:{op}\"", finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForAllValues:StringEquals", "comprehend:VpcSubnets")]
    [InlineData("ForAnyValue:StringEquals", "comprehend:VpcSubnets")]
    [InlineData("Null", "comprehend:VpcSubnets")]
    [InlineData("StringEquals", "aws:PrincipalOrgID")]
    [InlineData("StringEquals", "s3:prefix")]
    public void Qualified_ones_and_other_keys(string op, string key) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"true\" }}"));
}
