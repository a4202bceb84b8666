using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;
using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class PassRoleWithStarInResourceTests
{
    [Theory]
    [InlineData("\"iam:PassRole\"", "\"*\"", "Statement[0].Resource")]
    [InlineData("[\"comprehend:*\", \"iam:Pass*\"]", "[\"arn:aws:iam::111122223333:role/Import\", \"*\"]", "Statement[0].Resource[1]")]
    public void Every_role_to_every_service_is_found(string action, string resource, string path)
    {
        Finding finding = Assert.Single(Run(PolicyKind.IdentityPolicy, "Allow", action, resource, "{}"));
        Assert.Equal("PASS_ROLE_WITH_STAR_IN_RESOURCE", finding.Code);
        Assert.Equal(FindingSeverity.Security, finding.Severity);
        Assert.Equal(path, finding.Path);
        Assert.StartsWith("'*' lets every role", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyKind.IdentityPolicy, "Allow", "\"iam:PassRole\"", "\"arn:aws:iam::*:role/*Comprehend*\"", "{}")]
    [InlineData(PolicyKind.IdentityPolicy, "Allow", "\"iam:PassRole\"", "\"*\"", """{ "StringEquals": { "iam:PassedToService": "comprehend.amazonaws.com" } }""")]
    [InlineData(PolicyKind.IdentityPolicy, "Allow", "\"*\"", "\"*\"", "{}")]
    [InlineData(PolicyKind.IdentityPolicy, "Deny", "\"iam:PassRole\"", "\"*\"", "{}")]
    [InlineData(PolicyKind.ServiceControlPolicy, "Allow", "\"iam:PassRole\"", "\"*\"", "{}")]
    public void Named_roles_named_services_and_administrators_are_not(
        PolicyKind kind, string effect, string action, string resource, string condition) =>
        Assert.Empty(Run(kind, effect, action, resource, condition));

    [Fact]
    public void Our_own_caller_policy_is_not() =>
        Assert.Empty(RuleRun.OfDocument<PassRoleWithStarInResource>(
            PolicyKind.IdentityPolicy,
            null,
            ImporterTemplates.CallerPolicy(
                ModelArn.Parse(RuleRun.Model),
                AccountId.Parse("444455556666"),
                ImporterTemplates.AnyRole("aws", AccountId.Parse("444455556666"))).ToJson()));

    private static IReadOnlyList<Finding> Run(PolicyKind kind, string effect, string action, string resource, string condition) =>
        RuleRun.Of<PassRoleWithStarInResource>(
            kind,
            null,
            $$"""{ "Effect": "{{effect}}", "Action": {{action}}, "Resource": {{resource}}, "Condition": {{condition}} }""");
}
