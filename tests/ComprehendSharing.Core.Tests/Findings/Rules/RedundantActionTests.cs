using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RedundantActionTests
{
    private const string Code = "REDUNDANT_ACTION";

    [Theory]
    [InlineData("kms:ReEncrypt*", "kms:ReEncryptFrom", 1)]
    [InlineData("kms:decrypt", "kms:Decrypt", 1)]
    [InlineData("comprehend:StartTopicsDetectionJob", "comprehend:Start*Job", 0)]
    [InlineData("*", "kms:Get*", 1)]
    public void One_covers_the_other(string first, string second, int redundant)
    {
        Finding finding = Assert.Single(On(first, second));

        Assert.Equal(($"Statement[0].Action[{redundant}]", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{(redundant == 0 ? first : second)}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kms:GenerateDataKey", "kms:GenerateDataKeyPair")]
    [InlineData("kms:*Key", "kms:Generate*")]
    [InlineData("kms:Get?ey", "kms:Get*ey")]
    [InlineData("kms:Get*", "kms:*")]
    public void Neither_or_the_wider_one_is_kept(string first, string second) =>
        Assert.DoesNotContain(On(first, second), finding => finding.Message.StartsWith($"'{second}'", StringComparison.Ordinal));

    private static IReadOnlyList<Finding> On(string first, string second) => RuleRun.OnStatement(
        Code, $"\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": [\"{first}\", \"{second}\"]");
}
