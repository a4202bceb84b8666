using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedPrincipalTests
{
    private const string Code = "UNSUPPORTED_PRINCIPAL";

    [Theory]
    [InlineData(PolicyKind.IdentityPolicy, "Principal", "identity policy")]
    [InlineData(PolicyKind.IdentityPolicy, "NotPrincipal", "identity policy")]
    [InlineData(PolicyKind.ServiceControlPolicy, "Principal", "service control policy")]
    public void A_principal_where_there_is_none(PolicyKind kind, string element, string name)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(
            Code, $"\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"{element}\": \"*\"", kind));

        Assert.Equal(($"Statement[0].{element}", FindingSeverity.Error), (finding.Path, finding.Severity));
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.ModelPolicy)]
    [InlineData(PolicyKind.KeyPolicy)]
    [InlineData(PolicyKind.TrustPolicy)]
    public void A_policy_of_a_resource_has_principals(PolicyKind kind) => Assert.Empty(RuleRun.OnStatement(
        Code, "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Principal\": \"*\"", kind));
}
