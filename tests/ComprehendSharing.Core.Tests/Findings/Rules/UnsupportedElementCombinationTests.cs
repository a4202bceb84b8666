using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedElementCombinationTests
{
    private const string Code = "UNSUPPORTED_ELEMENT_COMBINATION";

    [Theory]
    [InlineData("Action", "\"*\"")]
    [InlineData("Resource", "\"*\"")]
    [InlineData("Principal", "{ \"AWS\": \"111122223333\" }")]
    public void An_element_and_its_opposite(string element, string value)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(
            Code, $"\"Effect\": \"Allow\", \"{element}\": {value}, \"Not{element}\": {value}", PolicyKind.KeyPolicy));

        Assert.Equal(($"Statement[0].Not{element}", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"{element} and Not{element}", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Opposites_of_different_elements() => Assert.Empty(RuleRun.OnStatement(
        Code, "\"Effect\": \"Allow\", \"NotAction\": \"iam:*\", \"Resource\": \"*\", \"NotPrincipal\": \"*\"", PolicyKind.KeyPolicy));
}
