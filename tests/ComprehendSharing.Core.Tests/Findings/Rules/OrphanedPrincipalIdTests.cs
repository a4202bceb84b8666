using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class OrphanedPrincipalIdTests
{
    [Theory]
    [InlineData(PolicyKind.KeyPolicy, "AIDACKCEVSQ6C2EXAMPLE", "a user that was deleted. KMS refuses")]
    [InlineData(PolicyKind.ModelPolicy, "AROAEXAMPLE1234567890", "a role that was deleted. The statement gives it nothing")]
    public void The_id_of_a_deleted_principal_is_found(PolicyKind kind, string id, string expected)
    {
        Finding finding = Assert.Single(RuleRun.Of<OrphanedPrincipalId>(
            kind, null, RuleRun.Allow($$"""{ "AWS": ["111122223333", "{{id}}"] }""", "\"*\"")));
        Assert.Equal("ORPHANED_PRINCIPAL_ID", finding.Code);
        Assert.Equal("Statement[0].Principal.AWS[1]", finding.Path);
        Assert.StartsWith($"'{id}' stands for {expected}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/AROAEXAMPLE1234567890")]
    [InlineData("AIDA")]
    public void A_name_is_not(string value) =>
        Assert.Empty(RuleRun.Of<OrphanedPrincipalId>(PolicyKind.KeyPolicy, null, RuleRun.Allow($$"""{ "AWS": "{{value}}" }""", "\"*\"")));
}
