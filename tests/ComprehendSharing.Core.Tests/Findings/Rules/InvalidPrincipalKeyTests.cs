using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidPrincipalKeyTests
{
    [Theory]
    [InlineData("Account", "Write AWS for accounts")]
    [InlineData("aws", "Write AWS.")]
    public void Another_kind_of_principal_is_found(string key, string cure)
    {
        Finding finding = Assert.Single(RuleRun.Of<InvalidPrincipalKey>(
            PolicyKind.KeyPolicy, null, RuleRun.Allow($$"""{ "{{key}}": "111122223333" }""", "\"kms:Decrypt\"")));
        Assert.Equal("INVALID_PRINCIPAL_KEY", finding.Code);
        Assert.Equal($"Statement[0].Principal.{key}", finding.Path);
        Assert.Contains($"'{key}'", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("""{ "AWS": "111122223333", "Service": "s3.amazonaws.com", "Federated": "accounts.google.com", "CanonicalUser": "79a59df9" }""")]
    public void The_four_of_iam_are_not(string principal) =>
        Assert.Empty(RuleRun.Of<InvalidPrincipalKey>(PolicyKind.KeyPolicy, null, RuleRun.Allow(principal, "\"kms:Decrypt\"")));
}
