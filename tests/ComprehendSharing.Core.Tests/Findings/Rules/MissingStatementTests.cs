using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class MissingStatementTests
{
    private const string Code = "MISSING_STATEMENT";

    [Fact]
    public void An_empty_list()
    {
        Finding finding = Assert.Single(RuleRun.OnPolicy(Code, """{ "Version": "2012-10-17", "Statement": [] }"""));

        Assert.Equal(("Statement", FindingSeverity.Error), (finding.Path, finding.Severity));
    }

    [Fact]
    public void One_statement() => Assert.Empty(RuleRun.OnStatement(Code, "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\""));
}
