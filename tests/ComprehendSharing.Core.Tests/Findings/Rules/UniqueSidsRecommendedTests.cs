using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UniqueSidsRecommendedTests
{
    private const string Code = "UNIQUE_SIDS_RECOMMENDED";

    [Theory]
    [InlineData(PolicyKind.IdentityPolicy, "IAM refuses")]
    [InlineData(PolicyKind.KeyPolicy, "does not tell")]
    public void The_same_Sid_again(PolicyKind kind, string consequence)
    {
        Finding finding = Assert.Single(RuleRun.OnPolicy(Code, Policy("Sharing", "Sharing"), kind));

        Assert.Equal(("Statement[1].Sid", 5, FindingSeverity.Warning), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("'Sharing' is also that of Statement[0]", finding.Message, StringComparison.Ordinal);
        Assert.Contains(consequence, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sharing", "sharing")]
    [InlineData("", "")]
    public void Other_Sids_and_empty_ones(string first, string second) =>
        Assert.Empty(RuleRun.OnPolicy(Code, Policy(first, second), PolicyKind.KeyPolicy));

    private static string Policy(string first, string second) => $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "{{first}}", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" },
            { "Sid": "{{second}}", "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*" }
          ]
        }
        """;
}
