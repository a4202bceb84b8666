using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class UnsupportedSidTests
{
    private const string Code = "UNSUPPORTED_SID";

    [Theory]
    [InlineData("Allow import", "AllowImport", PolicyKind.IdentityPolicy)]
    [InlineData("allow-import", "allowimport", PolicyKind.TrustPolicy)]
    [InlineData("Für_alle", "Fralle", PolicyKind.ServiceControlPolicy)]
    public void Other_characters(string sid, string cure, PolicyKind kind)
    {
        Finding finding = Assert.Single(RuleRun.OnStatement(Code, $"\"Sid\": \"{sid}\", \"Effect\": \"Allow\"", kind));

        Assert.Equal(("Statement[0].Sid", 3, FindingSeverity.Error), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"'{sid}'", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Enable IAM User Permissions", PolicyKind.KeyPolicy)]
    [InlineData("key-policy", PolicyKind.KeyPolicy)]
    [InlineData("AllowImport1", PolicyKind.IdentityPolicy)]
    public void Accepted_ones(string sid, PolicyKind kind) =>
        Assert.Empty(RuleRun.OnStatement(Code, $"\"Sid\": \"{sid}\", \"Effect\": \"Allow\"", kind));
}
