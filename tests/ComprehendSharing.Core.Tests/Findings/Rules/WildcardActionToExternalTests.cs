using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class WildcardActionToExternalTests
{
    private const string Other = """{ "AWS": ["111122223333", "arn:aws:iam::444455556666:role/Import"] }""";

    [Theory]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key, "kms:*")]
    [InlineData(PolicyKind.KeyPolicy, RuleRun.Key, "*")]
    [InlineData(PolicyKind.ModelPolicy, RuleRun.Model, "comprehend:*")]
    public void All_actions_for_another_account_are_found(PolicyKind kind, string resource, string action)
    {
        Finding finding = Assert.Single(RuleRun.Of<WildcardActionToExternal>(kind, resource, RuleRun.Allow(Other, $"\"{action}\"")));
        Assert.Equal("WILDCARD_ACTION_TO_EXTERNAL", finding.Code);
        Assert.Equal("Statement[0].Action", finding.Path);
        Assert.StartsWith($"'{action}' allows arn:aws:iam::444455556666:role/Import,", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RuleRun.Key, "\"kms:*\"", """{ "AWS": "arn:aws:iam::111122223333:root" }""")]
    [InlineData(RuleRun.Key, "\"kms:GenerateDataKey*\"", Other)]
    [InlineData(RuleRun.Key, "\"kms:*\"", """{ "Service": "comprehend.amazonaws.com" }""")]
    [InlineData(null, "\"kms:*\"", Other)]
    public void The_own_account_a_service_a_part_and_an_unknown_owner_are_not(string? resource, string action, string principal) =>
        Assert.Empty(RuleRun.Of<WildcardActionToExternal>(PolicyKind.KeyPolicy, resource, RuleRun.Allow(principal, action)));

    [Fact]
    public void A_deny_is_not() =>
        Assert.Empty(RuleRun.Of<WildcardActionToExternal>(PolicyKind.KeyPolicy, RuleRun.Key, RuleRun.Deny(Other, "\"kms:*\"")));
}
