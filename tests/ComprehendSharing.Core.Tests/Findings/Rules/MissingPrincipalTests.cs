using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingPrincipalTests
{
    private const string Code = "MISSING_PRINCIPAL";

    private const string Statement = "\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"";

    [Theory]
    [InlineData(PolicyKind.ModelPolicy)]
    [InlineData(PolicyKind.KeyPolicy)]
    [InlineData(PolicyKind.TrustPolicy)]
    public void A_policy_of_a_resource(PolicyKind kind)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, Statement, kind));

        Assert.Equal(("Statement[0]", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
    }

    [Theory]
    [InlineData(PolicyKind.IdentityPolicy)]
    [InlineData(PolicyKind.ServiceControlPolicy)]
    public void A_policy_of_a_principal_has_none(PolicyKind kind) => Assert.Empty(RuleRun.OnStatement(Code, Statement, kind));

    [Theory]
    [InlineData("\"Principal\": \"*\"")]
    [InlineData("\"NotPrincipal\": { \"AWS\": \"111122223333\" }")]
    public void Either(string element) => Assert.Empty(RuleRun.OnStatement(Code, $"{Statement}, {element}", PolicyKind.KeyPolicy));
}
