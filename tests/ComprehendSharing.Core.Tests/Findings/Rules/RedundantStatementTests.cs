using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class RedundantStatementTests
{
    private const string Code = "REDUNDANT_STATEMENT";

    private const string Statement = "\"Effect\": \"Allow\", \"Action\": [\"kms:Decrypt\", \"kms:Encrypt\"], \"Resource\": \"*\"";

    [Theory]
    [InlineData(Statement)]
    [InlineData("\"Sid\": \"Again\", " + Statement)]
    [InlineData("\"Effect\": \"Allow\", \"Action\": [\"kms:encrypt\", \"kms:Decrypt\"], \"Resource\": [\"*\"]")]
    public void The_same_statement_again(string second)
    {
        Finding finding = Assert.Single(On(second));

        Assert.Equal(("Statement[1]", 4, FindingSeverity.Suggestion), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains("Statement[0]", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Effect\": \"Deny\", \"Action\": [\"kms:Decrypt\", \"kms:Encrypt\"], \"Resource\": \"*\"")]
    [InlineData("\"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"Resource\": \"*\"")]
    [InlineData(Statement + ", \"Condition\": { \"Null\": { \"aws:SourceArn\": \"true\" } }")]
    public void Another_statement(string second) => Assert.Empty(On(second));

    private static IReadOnlyList<Finding> On(string second) => RuleRun.OnPolicy(Code, $$"""
        {
          "Version": "2012-10-17",
          "Statement": [{ {{Statement}} },
            { {{second}} }]
        }
        """);
}
