using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ForAllValuesWithSingleValuedKeyTests
{
    private const string Code = "FOR_ALL_VALUES_WITH_SINGLE_VALUED_KEY";

    [Theory]
    [InlineData("Allow", "StringEquals", "kms:EncryptionContext:aws:comprehend:arn", "allows")]
    [InlineData("Allow", "ArnLike", "aws:SourceArn", "allows")]
    [InlineData("Allow", "ArnNotLike", "aws:SourceArn", "allows")]
    [InlineData("Deny", "StringEquals", "aws:PrincipalOrgID", "denies")]
    public void A_single_valued_key(string effect, string op, string key, string consequence)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"ForAllValues:{op}\": {{ \"{key}\": \"x\" }}", effect));

        Assert.Equal(($"Statement[0].Condition.ForAllValues:{op}.{key}", 3, FindingSeverity.Security), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains(consequence, finding.Message, StringComparison.Ordinal);
        Assert.Equal($"Write \"{op}\".", finding.Recommendation);
    }

    [Fact]
    public void KMS_refuses_it_in_a_Deny_too()
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(
            Code,
            """
            "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*",
            "Condition": { "ForAllValues:StringNotEquals": { "kms:EncryptionContext:team": "x" } }
            """,
            PolicyKind.KeyPolicy));

        Assert.Contains("OverlyPermissiveCondition", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Allow", "ForAllValues:StringEquals", "comprehend:VpcSubnets")]
    [InlineData("Allow", "ForAllValues:StringEquals", "aws:TagKeys")]
    [InlineData("Allow", "ForAllValues:StringEquals", "dynamodb:LeadingKeys")]
    [InlineData("Allow", "ForAnyValue:StringEquals", "aws:PrincipalOrgID")]
    [InlineData("Allow", "StringEquals", "aws:PrincipalOrgID")]
    [InlineData("Deny", "ForAllValues:StringNotEquals", "aws:PrincipalOrgID")]
    public void Other_keys_and_other_qualifiers(string effect, string op, string key) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"x\" }}", effect));
}
