using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ShareBundlerTests
{
    [Fact]
    public void A_bundle_has_all_that_the_importer_needs()
    {
        World world = new(modelPolicy: Policy(World.Partner));
        DateTimeOffset before = world.Aws.Clock.GetUtcNow();
        ShareBundle bundle = Assert.Single(Bundle(world));
        Assert.Equal(ShareBundle.CurrentSchemaVersion, bundle.SchemaVersion);
        Assert.Equal((World.Version(1), $"{World.Version(1)}"), (bundle.ModelArn, bundle.SourceModelArn));
        Assert.Equal((ModelKind.DocumentClassifier, "tickets", "v1", World.Region), (bundle.Kind, bundle.SourceModelName, bundle.SourceVersionName, bundle.Region));
        Assert.Equal((World.Owner, World.Partner), (bundle.OwnerAccountId.Value, bundle.ImporterAccountId.Value));
        Assert.Equal((ModelEncryption.CustomerManagedKey, World.KeyArn), (bundle.Encryption, bundle.KmsKeyArn));
        Assert.Equal(World.Principals(World.Partner), bundle.AuthorizedPrincipal);
        Assert.Equal("en", bundle.LanguageCode);
        Assert.InRange(bundle.CreatedAt, before, world.Aws.Clock.GetUtcNow());
        Assert.Equal(ShareBundleStatus.Current, bundle.Status);
        Assert.Empty(bundle.Warning);
        Assert.Equal(ImporterTemplates.CallerPolicy(bundle.ModelArn, bundle.ImporterAccountId, passedRole: "arn:aws:iam::444455556666:role/*"), bundle.ImporterPolicy);
        Assert.Equal(ImporterTemplates.RolePolicy(World.KeyArn), bundle.ImportRolePolicy);
        Assert.Equal(ImporterTemplates.RoleTrustPolicy(bundle.ImporterAccountId), bundle.ImportRoleTrustPolicy);
        world.AssertNothingWritten();
    }

    [Fact]
    public void A_model_under_an_AWS_owned_key_needs_no_role()
    {
        World world = new(modelKey: null, modelPolicy: Policy(World.Partner));
        ShareBundle bundle = Assert.Single(Bundle(world));
        Assert.Equal(ModelEncryption.AwsOwnedKey, bundle.Encryption);
        Assert.Null(bundle.KmsKeyArn);
        Assert.Null(bundle.ImportRolePolicy);
        Assert.Null(bundle.ImportRoleTrustPolicy);
        Assert.DoesNotContain("iam:PassRole", bundle.ImporterPolicy.ToJson(), StringComparison.Ordinal);
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Fact]
    public void A_bare_key_id_becomes_its_ARN() =>
        Assert.Equal(World.KeyArn, Assert.Single(Bundle(new World(modelKey: World.KeyId, modelPolicy: Policy(World.Partner)))).KmsKeyArn);

    [Fact]
    public void Every_importing_account_gets_its_own_bundle_that_names_nobody_else()
    {
        World world = new(modelPolicy: Policy(World.Jane, World.Third, World.Role, World.Owner, "comprehend.amazonaws.com"));
        ValueList<ShareBundle> bundles = Bundle(world);
        Assert.Equal([World.Partner, World.Third], bundles.Select(bundle => bundle.ImporterAccountId.Value));
        Assert.Equal(World.Principals(World.Jane, World.Role), bundles[0].AuthorizedPrincipal);
        Assert.Equal(World.Principals(World.Third), bundles[1].AuthorizedPrincipal);
        Assert.Equal(1, world.Count("DescribeKey"));
    }

    [Fact]
    public void Only_the_accounts_that_were_asked_for_get_a_bundle()
    {
        World world = new(modelPolicy: Policy(World.Partner, World.Third));
        Assert.Equal(World.Third, Assert.Single(Bundle(world, World.Third)).ImporterAccountId.Value);
    }

    [Theory]
    [InlineData]
    [InlineData(World.Owner)]
    [InlineData("comprehend.amazonaws.com")]
    public void A_model_that_is_shared_with_no_other_account_has_no_bundle(params string[] principals)
    {
        World world = new(modelPolicy: principals.Length == 0 ? null : Policy(principals));
        SharingException error = Failure.Of("ModelNotShared", () => Bundle(world));
        Assert.Equal(World.Version(1), error.Target);
    }

    [Fact]
    public void An_account_that_the_policy_does_not_name_has_no_bundle()
    {
        World world = new(modelPolicy: Policy(World.Partner));
        SharingException error = Failure.Of("ImporterNotAuthorized", () => Bundle(world, World.Partner, World.Third));
        Assert.Equal(AccountId.Parse(World.Third), error.Target);
    }

    [Fact]
    public void A_dry_run_bundles_for_whom_it_would_authorise_without_reading_the_policy()
    {
        World world = new();
        ShareBundle bundle = Assert.Single(new ShareBundler(world.Gateway).Preview(World.Version(1), World.Principals(World.Partner), [], ["earlier"]));
        Assert.Equal(ShareBundleStatus.Planned, bundle.Status);
        Assert.Equal(["earlier"], bundle.Warning);
        Assert.Equal(0, world.Count("DescribeResourcePolicy"));
    }

    [Theory]
    [InlineData("TRAINING", "Enabled", "Customer", "The model is TRAINING")]
    [InlineData("IN_ERROR", "Enabled", "Customer", "The model is IN_ERROR")]
    [InlineData("TRAINED", "PendingDeletion", "Customer", "is PendingDeletion")]
    [InlineData("TRAINED", "Disabled", "Customer", "is Disabled")]
    [InlineData("TRAINED", "Enabled", "Aws", "is AWS managed")]
    public void What_makes_the_import_fail_is_a_warning(string status, string keyState, string keyManager, string warning)
    {
        World world = new(modelPolicy: Policy(World.Partner), status: status, keyState: keyState, keyManager: keyManager);
        Assert.Contains(warning, Assert.Single(Assert.Single(Bundle(world)).Warning), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Principal\":\"*\"", "", true)]
    [InlineData("\"Principal\":{\"AWS\":\"444455556666\"}", "", true)]
    [InlineData("\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:user/jane\"}", "", true)]
    [InlineData("\"NotPrincipal\":{\"AWS\":[\"444455556666\",\"arn:aws:iam::444455556666:role/ComprehendImportRole\"]}", "", true)]
    [InlineData("\"Principal\":\"*\"", "\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::444455556666:user/jane\"}", true)]
    [InlineData("\"Principal\":\"*\"", "\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::444455556666:user/joe\"}", false)]
    [InlineData("\"Principal\":\"*\"", "\"Null\":{\"comprehend:ModelKmsKey\":\"true\"}", false)]
    [InlineData("\"Principal\":\"*\"", "\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", false)]
    [InlineData("\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:user/joe\"}", "", false)]
    public void A_Deny_that_keeps_somebody_from_importing_is_a_warning_to_his_account_alone(string principal, string condition, bool isDenied)
    {
        World world = new(modelPolicy: Denying(principal, condition, World.Jane, World.Third));
        ValueList<ShareBundle> bundles = Bundle(world);
        string[] expected = [$"The model policy names {World.Jane}, and a Deny of the same policy keeps {World.Jane} from importing."];
        Assert.Equal(isDenied ? expected : [], bundles.Single(bundle => bundle.ImporterAccountId.Value == World.Partner).Warning);
        Assert.DoesNotContain(World.Partner, $"{bundles.Single(bundle => bundle.ImporterAccountId.Value == World.Third).Warning}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Principal\":{\"AWS\":\"444455556666\"}", "", true)]
    [InlineData("\"Principal\":\"*\"", "\"StringEquals\":{\"aws:PrincipalAccount\":\"444455556666\"}", true)]
    [InlineData("\"Principal\":\"*\"", "\"ArnNotEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::444455556666:user/jane\"}", false)]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::444455556666:user/jane\"}", "", false)]
    public void An_account_is_kept_from_importing_where_all_of_it_is(string principal, string condition, bool isDenied)
    {
        ShareBundle bundle = Assert.Single(Bundle(new World(modelPolicy: Denying(principal, condition, World.Partner))));
        Assert.Equal(isDenied ? 1 : 0, bundle.Warning.Count);
    }

    [Fact]
    public void A_model_without_a_version_is_bundled_with_a_warning()
    {
        World world = new(modelPolicy: Policy(World.Partner));
        ShareBundle bundle = Assert.Single(new ShareBundler(world.Gateway).Bundle(World.Unversioned, [], []));
        Assert.Null(bundle.SourceVersionName);
        Assert.Contains("names no version", Assert.Single(bundle.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_region_is_refused() => Failure.Of(
        "KeyRegionMismatch", () => Bundle(new World(modelKey: World.FarKey, modelPolicy: Policy(World.Partner))));

    private static ValueList<ShareBundle> Bundle(World world, params string[] importers) =>
        new ShareBundler(world.Gateway).Bundle(World.Version(1), [.. importers.Select(AccountId.Parse)], []);

    private static string Denying(string principal, string condition, params string[] principals) => Policy(principals).Replace(
        "\"Statement\": [",
        $$"""
        "Statement": [{"Effect":"Deny",{{principal}},"Action":"comprehend:ImportModel","Resource":"*","Condition":{ {{condition}} } },
        """,
        StringComparison.Ordinal);

    private static string Policy(params string[] principals) => ModelPolicyTemplate.Create(World.Principals(principals)).ToJson();
}
