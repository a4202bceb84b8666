using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class InvalidPolicyElementTests
{
    private const string Code = "INVALID_POLICY_ELEMENT";

    [Fact]
    public void An_unknown_member_of_the_policy()
    {
        Finding finding = Assert.Single(RuleRun.OnPolicy(Code, """
            {
              "Version": "2012-10-17",
              "Comment": "ours",
              "Statement": []
            }
            """));

        Assert.Equal(("Comment", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("'Comment'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resources", "Resource")]
    [InlineData("action", "Action")]
    [InlineData("Conditions", "Condition")]
    public void A_misspelt_member_of_a_statement(string member, string nearest)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, $"\"Effect\": \"Allow\", \"{member}\": \"*\""));

        Assert.Equal($"Statement[0].{member}", finding.Path);
        Assert.Contains($"'{nearest}'", finding.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_there_are() => Assert.Empty(RuleRun.OnPolicy(Code, """
        {
          "Version": "2012-10-17", "Id": "key-policy",
          "Statement": {
            "Sid": "S", "Effect": "Allow", "Principal": "*", "NotPrincipal": "*", "Action": "*", "NotAction": "*",
            "Resource": "*", "NotResource": "*", "Condition": {}
          }
        }
        """));
}
