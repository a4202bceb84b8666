using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class EmptyArrayTests
{
    private const string Code = "EMPTY_ARRAY";

    [Theory]
    [InlineData("Action", "\"Action\": []")]
    [InlineData("NotResource", "\"NotResource\": []")]
    [InlineData("Principal.AWS", "\"Principal\": { \"AWS\": [] }")]
    [InlineData("Condition.StringEquals.aws:PrincipalOrgID", "\"Condition\": { \"StringEquals\": { \"aws:PrincipalOrgID\": [] } }")]
    public void An_empty_list(string path, string element)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, "\"Effect\": \"Allow\", " + element, PolicyKind.KeyPolicy));

        Assert.Equal(($"Statement[0].{path}", 3, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains(path, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_with_values() => Assert.Empty(RuleRun.OnStatement(
        Code,
        """
        "Effect": "Allow", "Principal": { "AWS": ["111122223333"] }, "Action": ["*"], "Resource": "*",
        "Condition": { "StringEquals": { "aws:PrincipalOrgID": [""] } }
        """,
        PolicyKind.KeyPolicy));
}
