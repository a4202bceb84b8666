// docs/findings.md is written from the rules themselves, so that no code is without its section and no section out of date.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings;

public sealed class FindingsPageTests
{
    private const string Approve = "COMPREHENDSHARING_APPROVE";
    private const string InvalidPolicy = "The text is not JSON, or not a policy: the message says what was expected, and where.";
    private const string Grammar = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";

    [Fact]
    public void The_page_says_what_the_rules_are()
    {
        string path = PagePath();
        string expected = Render();
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_a_source()
    {
        Assert.Equal(PolicyChecker.Rules.Count, PolicyChecker.Rules.Select(rule => rule.Code).Distinct().Count());
        Assert.All(PolicyChecker.Rules, rule => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", rule.Code));
        Assert.All(PolicyChecker.Rules, rule => Assert.StartsWith("https://", rule.Source, StringComparison.Ordinal));
    }

    private static string PagePath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "findings.md");

    private static string Render()
    {
        StringBuilder page = new(
            "# Findings\n\nWhat `Test-ComprehendPolicy` can say about a policy. The codes are those of IAM Access Analyzer where it has the check.\n");
        Section(PolicyChecker.InvalidPolicyCode, FindingSeverity.Error, InvalidPolicy, Grammar);
        foreach (PolicyRule rule in PolicyChecker.Rules)
        {
            Section(rule.Code, rule.Severity, rule.Description, rule.Source);
        }

        return page.ToString();

        void Section(string code, FindingSeverity severity, string description, string source) => page.Append(
            CultureInfo.InvariantCulture, $"\n## {code}\n\n{severity}. {description}\n\nSource: <{source}>\n");
    }
}
