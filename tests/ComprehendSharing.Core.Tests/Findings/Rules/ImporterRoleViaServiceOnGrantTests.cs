using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;
using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class ImporterRoleViaServiceOnGrantTests
{
    private const string ViaS3 = """{ "StringEquals": { "kms:ViaService": ["s3.us-west-2.amazonaws.com"] } }""";

    [Fact]
    public void A_grant_through_s3_alone_is_found()
    {
        Finding finding = Assert.Single(Run(Statement("[\"kms:Decrypt\", \"kms:GenerateDataKey\", \"kms:CreateGrant\"]", ViaS3)));
        Assert.Equal("IMPORTER_ROLE_VIA_SERVICE_ON_GRANT", finding.Code);
        Assert.Equal("Statement[0].Condition.StringEquals.kms:ViaService", finding.Path);
        Assert.Contains("s3.us-west-2.amazonaws.com", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\"kms:Decrypt\", \"kms:GenerateDataKey\"]", ViaS3)]
    [InlineData("\"kms:*\"", ViaS3)]
    [InlineData("\"kms:CreateGrant\"", "{}")]
    [InlineData("\"kms:CreateGrant\"", """{ "StringEquals": { "kms:ViaService": "ec2.us-west-2.amazonaws.com" } }""")]
    [InlineData("\"kms:CreateGrant\"", """{ "StringEquals": { "kms:ViaService": ["s3.us-west-2.amazonaws.com", "comprehend.us-west-2.amazonaws.com"] } }""")]
    public void Other_actions_and_services_are_not(string action, string condition) => Assert.Empty(Run(Statement(action, condition)));

    [Fact]
    public void A_second_statement_for_the_grant_is_enough() =>
        Assert.Empty(Run(Statement("[\"kms:Decrypt\", \"kms:CreateGrant\"]", ViaS3), Statement("\"kms:CreateGrant\"", "{}")));

    [Fact]
    public void Our_own_role_policy_is_not() =>
        Assert.Empty(RuleRun.OfDocument<ImporterRoleViaServiceOnGrant>(
            PolicyKind.IdentityPolicy, null, ImporterTemplates.RolePolicy(KeyArn.Parse(RuleRun.Key)).ToJson()));

    private static IReadOnlyList<Finding> Run(params string[] statements) =>
        RuleRun.Of<ImporterRoleViaServiceOnGrant>(PolicyKind.IdentityPolicy, null, statements);

    private static string Statement(string action, string condition) =>
        $$"""{ "Effect": "Allow", "Action": {{action}}, "Resource": "{{RuleRun.Key}}", "Condition": {{condition}} }""";
}
