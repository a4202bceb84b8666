using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedWildcardInPrincipalTests
{
    [Theory]
    [InlineData("AWS", "arn:aws:iam::444455556666:role/*")]
    [InlineData("AWS", "arn:aws:iam::*:root")]
    [InlineData("AWS", "arn:aws:iam::444455556666:user/Jan?")]
    [InlineData("Service", "*")]
    [InlineData("Federated", "*")]
    public void A_wildcard_in_a_name_is_found(string type, string value)
    {
        Finding finding = Assert.Single(RuleRun.Of<UnsupportedWildcardInPrincipal>(
            PolicyKind.TrustPolicy, null, RuleRun.Trust($$"""{ "{{type}}": "{{value}}" }""")));
        Assert.Equal("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", finding.Code);
        Assert.Equal($"Statement[0].Principal.{type}", finding.Path);
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("""{ "AWS": ["*", "444455556666"] }""")]
    [InlineData("""{ "Service": "comprehend.amazonaws.com" }""")]
    public void Everyone_and_full_names_are_not(string principal) =>
        Assert.Empty(RuleRun.Of<UnsupportedWildcardInPrincipal>(PolicyKind.TrustPolicy, null, RuleRun.Trust(principal)));
}
