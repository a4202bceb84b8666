// The templates against the examples of AWS's page, in every form of it that is there.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class GuideExamplesTests
{
    private const int SpecificVersion = 1;
    private const int Alternative1 = 2;
    private const int Alternative2 = 3;
    private const int ModelPolicy = 4;
    private const int ModelPolicyOfCommandLine = 5;

    private static readonly ModelArn s_version = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/classifierName/version/1");

    public static TheoryData<string> Forms { get; } = new(GuidePages.Forms);

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_page_has_six_examples(string form) => Assert.Equal(6, GuidePages.Examples(form).Count);

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_key_statements_for_one_version_are_those_of_the_page(string form) => AssertSame(
        form, SpecificVersion, KeyPolicy(KeyAccessScope.ModelVersion, KmsStatementForm.Split, "444455556666"));

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_key_statements_for_the_service_are_alternative_1_of_the_page(string form) => AssertSame(
        form,
        Alternative1,
        KeyPolicy(
            KeyAccessScope.Service,
            KmsStatementForm.Split,
            "arn:aws:iam::444455556666:user/ExampleUser",
            "arn:aws:iam::123456789012:role/ExampleRole"));

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_compact_key_statement_for_the_service_is_alternative_2_of_the_page(string form) => AssertSame(
        form, Alternative2, KeyPolicy(KeyAccessScope.Service, KmsStatementForm.Compact, "arn:aws:iam::444455556666:root"));

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_model_policy_is_that_of_the_page(string form) => AssertSame(
        form,
        ModelPolicy,
        ModelPolicyTemplate.Create(Principals(
            "111122223333", "arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole")));

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_model_policy_with_a_Sid_is_that_of_the_page_to_the_Sid(string form)
    {
        PolicyDocument policy = ModelPolicyTemplate.Create(
            Principals("arn:aws:iam::444455556666:user/jane", "123456789012"), "ResourcePolicyForImportModel");
        PolicyDocument example = PolicyDocument.Parse(GuidePages.Examples(form)[ModelPolicyOfCommandLine]);
        Assert.True(PolicyComparer.AreEquivalent(example, policy));
    }

    private static PolicyDocument KeyPolicy(KeyAccessScope scope, KmsStatementForm form, params string[] principals) =>
        PolicyDocument.Create(KmsStatementTemplate.Create(Principals(principals), [s_version], scope, form));

    private static IEnumerable<PolicyPrincipal> Principals(params string[] principals) => principals.Select(PolicyPrincipal.Parse);

    private static void AssertSame(string form, int example, PolicyDocument actual) =>
        Meaning.AssertSame(GuidePages.Examples(form)[example], actual);
}
