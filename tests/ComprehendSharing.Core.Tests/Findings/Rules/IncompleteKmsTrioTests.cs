using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class IncompleteKmsTrioTests
{
    private const string Other = """{ "AWS": "arn:aws:iam::444455556666:root" }""";
    private const string User = """{ "AWS": "arn:aws:iam::444455556666:user/jane" }""";
    private const string Use = "[\"kms:Decrypt\", \"kms:GenerateDataKey\"]";
    private const string Grant = "\"kms:CreateGrant\"";

    [Fact]
    public void A_share_without_the_grant_is_found()
    {
        Finding finding = Assert.Single(Run(RuleRun.Allow(Other, Use, Source("v1"))));
        Assert.Equal("INCOMPLETE_KMS_TRIO", finding.Code);
        Assert.Equal("Statement[0].Principal.AWS", finding.Path);
        Assert.Equal(
            $"arn:aws:iam::444455556666:root may kms:Decrypt and kms:GenerateDataKey for {Version("v1")}, but not kms:CreateGrant: importing the model fails.",
            finding.Message);
    }

    [Fact]
    public void A_share_whose_grant_is_for_another_version_is_found_for_both() =>
        Assert.Equal(
            ["but not kms:CreateGrant", "but not kms:Decrypt and kms:GenerateDataKey"],
            Run(RuleRun.Allow(Other, Use, Source("v1")), RuleRun.Allow(Other, Grant, Context("v2")))
                .Select(finding => finding.Message[finding.Message.IndexOf("but not", StringComparison.Ordinal)..finding.Message.LastIndexOf(':')]));

    [Fact]
    public void A_share_whose_grant_is_another_s_is_found() =>
        Assert.Equal(
            "Statement[0].Principal.AWS",
            Assert.Single(Run(RuleRun.Allow(Other, Use, Source("v1")), RuleRun.Allow(User, Grant, Context("v1")))).Path);

    [Fact]
    public void A_share_in_two_statements_is_found_once() =>
        Assert.Single(Run(
            RuleRun.Allow(Other, "\"kms:Decrypt\"", Source("v1")), RuleRun.Allow(Other, "\"kms:GenerateDataKey\"", Source("v1"))));

    [Fact]
    public void What_the_account_has_its_user_has() =>
        Assert.Empty(Run(
            RuleRun.Allow(User, Use, Source("v1")),
            RuleRun.Allow(Other, Use, Source("v1")),
            RuleRun.Allow(Other, Grant, Context("v1"))));

    [Theory]
    [InlineData(KeyAccessScope.ModelVersion, KmsStatementForm.Split)]
    [InlineData(KeyAccessScope.Account, KmsStatementForm.Split)]
    [InlineData(KeyAccessScope.Service, KmsStatementForm.Compact)]
    public void Our_own_statements_are_complete(KeyAccessScope scope, KmsStatementForm form) =>
        Assert.Empty(RuleRun.OfDocument<IncompleteKmsTrio>(
            PolicyKind.KeyPolicy,
            RuleRun.Key,
            PolicyDocument.Create(KmsStatementTemplate.Create(
                [PolicyPrincipal.Parse("444455556666")], [ModelArn.Parse(RuleRun.Model)], scope, form)).ToJson()));

    [Fact]
    public void A_broader_grant_completes_it() =>
        Assert.Empty(Run(
            RuleRun.Allow(Other, Use, Source("v1")),
            RuleRun.Allow(Other, Grant, """ "StringLike": { "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:*" } """)));

    [Fact]
    public void Shares_that_name_no_model_are_not_judged() => Assert.Empty(Run(RuleRun.Allow(Other, Use)));

    [Fact]
    public void The_own_account_and_an_unknown_owner_are_not_judged()
    {
        Assert.Empty(Run(RuleRun.Allow("""{ "AWS": "111122223333" }""", Use, Source("v1"))));
        Assert.Empty(RuleRun.Of<IncompleteKmsTrio>(PolicyKind.KeyPolicy, null, RuleRun.Allow(Other, Use, Source("v1"))));
    }

    private static IReadOnlyList<Finding> Run(params string[] statements) =>
        RuleRun.Of<IncompleteKmsTrio>(PolicyKind.KeyPolicy, RuleRun.Key, statements);

    private static string Version(string name) =>
        $"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/{name}";

    private static string Source(string version) => $$""" "StringEquals": { "aws:SourceArn": "{{Version(version)}}" } """;

    private static string Context(string version) =>
        $$""" "StringEquals": { "kms:EncryptionContext:aws:comprehend:arn": "{{Version(version)}}" } """;
}
