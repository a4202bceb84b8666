using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class DuplicateKeysWithDifferentCaseTests
{
    private const string Code = "DUPLICATE_KEYS_WITH_DIFFERENT_CASE";

    [Fact]
    public void The_same_key_in_other_case()
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(
            Code, "\"StringEquals\": { \"aws:SourceAccount\": \"111122223333\", \"AWS:sourceaccount\": \"444455556666\" }"));

        Assert.Equal(
            ("Statement[0].Condition.StringEquals.AWS:sourceaccount", 3, FindingSeverity.Error),
            (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("'aws:SourceAccount'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"StringEquals\": { \"aws:PrincipalTag/a\": \"1\", \"aws:PrincipalTag/b\": \"1\" }")]
    [InlineData("\"StringEquals\": { \"aws:username\": \"a\" }, \"StringNotEquals\": { \"AWS:UserName\": \"b\" }")]
    public void Other_keys_and_other_operators(string condition) => Assert.Empty(RuleRun.OnCondition(Code, condition));
}
