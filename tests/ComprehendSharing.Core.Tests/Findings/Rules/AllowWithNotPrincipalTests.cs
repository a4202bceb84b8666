using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class AllowWithNotPrincipalTests
{
    private const string Statement =
        """{ "Effect": "Allow", "NotPrincipal": { "AWS": "444455556666" }, "Action": "kms:Decrypt", "Resource": "*" }""";

    [Fact]
    public void An_allow_for_all_others_is_found()
    {
        Finding finding = Assert.Single(RuleRun.Of<AllowWithNotPrincipal>(PolicyKind.KeyPolicy, null, Statement));
        Assert.Equal("ALLOW_WITH_NOT_PRINCIPAL", finding.Code);
        Assert.Equal("Statement[0].NotPrincipal", finding.Path);
        Assert.Contains("444455556666", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deny_for_all_others_is_not() =>
        Assert.Empty(RuleRun.Of<AllowWithNotPrincipal>(
            PolicyKind.KeyPolicy, null, Statement.Replace("Allow", "Deny", StringComparison.Ordinal)));

    [Fact]
    public void An_allow_with_principal_is_not() =>
        Assert.Empty(RuleRun.Of<AllowWithNotPrincipal>(
            PolicyKind.KeyPolicy, null, Statement.Replace("NotPrincipal", "Principal", StringComparison.Ordinal)));
}
