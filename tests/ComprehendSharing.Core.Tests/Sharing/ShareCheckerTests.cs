// Every check, in each way in which it can end. Whether they tell the truth about an import is ShareCheckAgreementTests' matter.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ShareCheckerTests
{
    private const string OtherRole = $"arn:aws:iam::{World.Third}:role/Importer";

    private static readonly RoleArn s_role = RoleArn.Parse(World.Role);

    private static readonly ShareCheckRequest s_whole = new()
    {
        ModelArn = World.Version(1),
        DataAccessRoleArn = s_role,
        ImporterPolicy = ImporterTemplates.CallerPolicy(World.Version(1), AccountId.Parse(World.Partner), World.Role),
        ImportRolePolicy = ImporterTemplates.RolePolicy(World.KeyArn),
        ImportRoleTrustPolicy = ImporterTemplates.RoleTrustPolicy(AccountId.Parse(World.Partner)),
    };

    [Fact]
    public void A_whole_share_passes_every_check_in_the_order_of_their_names()
    {
        ValueList<ShareCheck> checks = Shared().Check(s_whole);
        Assert.All(checks, check => Assert.Equal(ShareCheckResult.Pass, check.Result));
        Assert.Equal(ShareCheckName.All.SkipLast(1), checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.Equal(World.Version(1), check.ModelArn));
        Assert.Equal(11, checks.TakeWhile(check => check.Principal is null).Count());
        Assert.All(checks.Skip(11), check => Assert.Equal(World.Partner, check.Principal?.Value));
    }

    [Fact]
    public void Of_a_model_under_an_AWS_owned_key_nothing_is_asked_about_keys_and_roles()
    {
        ValueList<ShareCheck> checks = new World(modelKey: null, modelPolicy: Policy(World.Partner)).Check(new() { ModelArn = World.Version(1) });
        Assert.Equal(
            ["Region", "ModelExists", "ModelVersion", "ModelStatus", "ModelPolicy", "KeyManager", "ModelPolicyPrincipal", "ImporterPolicy"],
            checks.Select(check => check.Name));
        Assert.Contains("AWS owned key", checks[5].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_is_checked_where_it_is_given_though_none_is_needed()
    {
        ValueList<ShareCheck> checks = new World(modelKey: null, modelPolicy: Policy(World.Partner)).Check(s_whole);
        Assert.DoesNotContain(checks, check => check.Result != ShareCheckResult.Pass);
        Assert.Equal(["PassRole", "RoleAccount", "RoleTrust"], checks.TakeLast(3).Select(check => check.Name));
    }

    [Fact]
    public void A_region_that_is_not_the_models_fails_and_nothing_is_asked_there()
    {
        World world = Shared();
        int calls = world.Aws.Calls.Count;
        ValueList<ShareCheck> checks = new ShareChecker(world.Aws.Connect("owner", "us-east-1")).Check(
            s_whole with { Principal = World.Principals(World.Partner), ModelKmsKeyId = World.PartnerKey });
        Is(checks, "Region", ShareCheckResult.Fail, "us-east-1", "us-west-2");
        Is(checks, "CopyKey", ShareCheckResult.NotChecked, "us-east-1 was asked");
        Assert.Equal(["Region"], checks.Where(check => check.Result == ShareCheckResult.Fail).Select(check => check.Name));
        Is(checks, "ModelStatus", ShareCheckResult.NotChecked, "us-east-1 was asked");
        Assert.Equal(calls, world.Aws.Calls.Count);
    }

    [Fact]
    public void A_model_that_does_not_exist_is_one_failure()
    {
        World world = Shared();
        int calls = world.Aws.Calls.Count;
        ValueList<ShareCheck> checks = world.Check(s_whole with { ModelArn = World.Version(9), ImporterPolicy = null });
        Is(checks, "ModelExists", ShareCheckResult.Fail, $"{World.Version(9)}", "Get-ComprehendModel");
        Assert.Single(checks, check => check.Result == ShareCheckResult.Fail);
        Assert.Equal(calls + 1, world.Aws.Calls.Count);
        foreach (string name in new[] { "ModelStatus", "ModelPolicy", "KeyManager", "KeyState", "KeyPolicySize", "ModelPolicyPrincipal", "KeyPolicyGrant", "RolePolicy" })
        {
            Is(checks, name, ShareCheckResult.NotChecked, "does not know the model");
        }
    }

    [Fact]
    public void Who_may_not_see_the_model_learns_what_could_not_be_checked()
    {
        World world = Shared();
        ValueList<ShareCheck> checks = new ShareChecker(world.PartnerGateway).Check(s_whole with { Principal = World.Principals(World.Partner) });
        Assert.DoesNotContain(checks, check => check.Result is ShareCheckResult.Fail or ShareCheckResult.Warning);
        foreach (string name in ShareCheckName.All.Except(["Region", "ModelVersion", "ImporterPolicy", "PassRole", "RoleAccount", "RoleTrust", "CopyKey"]))
        {
            Is(checks, name, ShareCheckResult.NotChecked, "denied", $"account {World.Owner}");
        }

        // The importer's own side is known all the same.
        Is(checks, "ImporterPolicy", ShareCheckResult.Pass, "comprehend:ImportModel");
        Is(checks, "PassRole", ShareCheckResult.Pass, World.Role);
    }

    [Theory]
    [InlineData("SUBMITTED", "Wait-ComprehendModel")]
    [InlineData("TRAINING", "Wait-ComprehendModel")]
    [InlineData("IN_ERROR", "Train a new version")]
    [InlineData("DELETING", "Train a new version")]
    public void A_model_that_is_not_trained_fails(string status, string remedy) =>
        Is(Shared([World.Partner], status).Check(s_whole), "ModelStatus", ShareCheckResult.Fail, status, remedy);

    [Fact]
    public void A_model_that_was_trained_with_a_warning_passes() =>
        Is(Shared([World.Partner], "TRAINED_WITH_WARNING").Check(s_whole), "ModelStatus", ShareCheckResult.Pass, "TRAINED_WITH_WARNING");

    [Fact]
    public void An_ARN_without_a_version_is_a_warning() =>
        Is(Shared().Check(s_whole with { ModelArn = World.Unversioned }), "ModelVersion", ShareCheckResult.Warning, $"{World.Unversioned}");

    [Fact]
    public void A_model_without_a_policy_fails_and_names_the_commands_that_set_one()
    {
        ValueList<ShareCheck> checks = new World().Check(s_whole with { Principal = World.Principals(World.Partner) });
        string cure = $"New-ComprehendModelPolicy -ModelArn {World.Version(1)} -Principal {World.Partner} | Set-ComprehendModelPolicy";
        Is(checks, "ModelPolicy", ShareCheckResult.Fail, "has no resource policy", cure);
        Is(checks, "ModelPolicyPrincipal", ShareCheckResult.NotChecked, "has no resource policy", cure);
    }

    [Fact]
    public void In_its_own_account_a_model_needs_no_policy()
    {
        ValueList<ShareCheck> checks = new World().Check(new() { ModelArn = World.Version(1), Principal = World.Principals(World.Owner) });
        Is(checks, "ModelPolicy", ShareCheckResult.Pass, "its own account needs none");
        Is(checks, "ModelPolicyPrincipal", ShareCheckResult.Pass, "needs no model policy");
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.Pass, World.Owner);
    }

    [Theory]
    [InlineData("\"*\"", "everyone")]
    [InlineData("{\"AWS\":[\"AIDACKCEVSQ6C2EXAMPLE\",\"444455556666\"]}", "AIDACKCEVSQ6C2EXAMPLE")]
    public void A_model_policy_for_everyone_or_for_the_deleted_is_a_warning(string principal, string reason) =>
        Is(new World(modelPolicy: Statements(Allow(principal))).Check(s_whole), "ModelPolicy", ShareCheckResult.Warning, reason);

    [Theory]
    [InlineData("\"*\"", ShareCheckResult.NotChecked, "everyone")]
    [InlineData("{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"}", ShareCheckResult.Fail, "names no account")]
    [InlineData("{\"Service\":\"comprehend.amazonaws.com\"}", ShareCheckResult.Fail, "names no account")]
    public void Without_a_principal_whom_the_policy_names_is_checked_if_he_can_import(string principal, ShareCheckResult result, string reason)
    {
        ShareCheck check = Is(new World(modelPolicy: Statements(Allow(principal))).Check(s_whole), "ModelPolicyPrincipal", result, reason);
        Assert.Null(check.Principal);
    }

    [Fact]
    public void Each_principal_of_the_policy_is_checked()
    {
        ValueList<ShareCheck> checks = Shared(World.Jane, World.Third).Check(new() { ModelArn = World.Version(1) });
        Assert.Equal([World.Jane, World.Third], checks.Where(check => check.Name == "ModelPolicyPrincipal").Select(check => check.Principal!.Value));
        Assert.Equal(2, checks.Count(check => check.Name == "KeyPolicyGrant"));
    }

    [Theory]
    [InlineData(World.Third, "does not name 777788889999")]
    [InlineData("arn:aws:iam::444455556666:user/joe", "does not name arn:aws:iam::444455556666:user/joe")]
    public void A_principal_that_the_model_policy_does_not_name_fails(string principal, string reason) => Is(
        Shared(World.Jane).Check(new() { ModelArn = World.Version(1), Principal = World.Principals(principal) }),
        "ModelPolicyPrincipal",
        ShareCheckResult.Fail,
        reason,
        $"-Principal {principal} | Set-ComprehendModelPolicy -Merge");

    [Fact]
    public void An_account_of_which_the_model_policy_names_only_some_is_a_warning() => Is(
        Shared(World.Jane).Check(new() { ModelArn = World.Version(1), Principal = World.Principals(World.Partner) }),
        "ModelPolicyPrincipal",
        ShareCheckResult.Warning,
        $"only {World.Jane}");

    [Fact]
    public void A_user_is_covered_by_its_account() => Is(
        Shared().Check(new() { ModelArn = World.Version(1), Principal = World.Principals(World.Jane) }), "ModelPolicyPrincipal", ShareCheckResult.Pass, World.Jane);

    [Theory]
    [InlineData("*")]
    [InlineData("comprehend.amazonaws.com")]
    [InlineData("AIDACKCEVSQ6C2EXAMPLE")]
    public void Who_belongs_to_no_account_cannot_be_checked_as_an_importer(string principal)
    {
        ValueList<ShareCheck> checks = Shared().Check(s_whole with { Principal = World.Principals(principal), ModelKmsKeyId = "mine" });
        Is(checks, "ModelPolicyPrincipal", ShareCheckResult.Fail, $"does not name {principal}");
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.Fail, $"does not name {principal}");
        foreach (string name in new[] { "ImporterPolicy", "PassRole", "RoleTrust", "RolePolicy", "CopyKey" })
        {
            Is(checks, name, ShareCheckResult.NotChecked, "Give");
        }
    }

    [Theory]
    [InlineData("\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", ShareCheckResult.NotChecked)]
    [InlineData("\"StringNotEquals\":{\"aws:PrincipalAccount\":\"777788889999\"}", ShareCheckResult.Fail)]
    public void A_Deny_on_something_unknown_leaves_it_open(string condition, ShareCheckResult result)
    {
        string deny = Allow("\"*\"").Replace("Allow", "Deny", StringComparison.Ordinal).Replace("}\n", $",\"Condition\":{{{condition}}}}}\n", StringComparison.Ordinal);
        ShareCheckRequest request = s_whole with { Principal = World.Principals(World.Partner) };
        Is(new World(modelPolicy: Statements(Allow("{\"AWS\":\"444455556666\"}"), deny)).Check(request), "ModelPolicyPrincipal", result, World.Partner);
        Is(new World(modelPolicy: Statements(deny)).Check(request), "ModelPolicyPrincipal", ShareCheckResult.Fail, "denies it");
    }

    [Fact]
    public void A_Deny_of_the_model_policy_fails_and_is_named()
    {
        string policy = Statements(Allow("{\"AWS\":\"444455556666\"}"), Allow("{\"AWS\":\"444455556666\"}").Replace("Allow", "Deny", StringComparison.Ordinal));
        Is(new World(modelPolicy: policy).Check(s_whole), "ModelPolicyPrincipal", ShareCheckResult.Fail, "Statement[1] denies it");
    }

    [Theory]
    [InlineData("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", ShareCheckResult.NotChecked, "depends on aws:PrincipalOrgID")]
    [InlineData("\"StringEquals\":{\"aws:PrincipalAccount\":\"777788889999\"}", ShareCheckResult.Fail, "only where aws:PrincipalAccount is 777788889999")]
    [InlineData("\"StringEquals\":{\"aws:PrincipalAccount\":\"777788889999\",\"aws:PrincipalOrgID\":\"o-1\"}", ShareCheckResult.Fail, "aws:PrincipalAccount")]
    [InlineData("\"NumericOdd\":{\"aws:PrincipalOrgID\":\"1\"}", ShareCheckResult.NotChecked, "'NumericOdd' is not implemented")]
    public void A_condition_of_the_model_policy_is_decided_as_far_as_it_can_be(string condition, ShareCheckResult result, string reason)
    {
        string statement = Allow("{\"AWS\":\"444455556666\"}").Replace("}\n", $",\"Condition\":{{{condition}}}}}\n", StringComparison.Ordinal);
        Is(new World(modelPolicy: Statements(statement)).Check(s_whole), "ModelPolicyPrincipal", result, reason);
    }

    [Fact]
    public void An_AWS_managed_key_fails_and_its_policy_is_not_asked_for()
    {
        World world = new(modelPolicy: Policy(World.Partner), keyManager: "Aws");
        ValueList<ShareCheck> checks = world.Check(s_whole);
        Is(checks, "KeyManager", ShareCheckResult.Fail, "AWS managed", "Train the model again");
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.NotChecked, "AWS managed");
        Assert.Equal(0, world.Count("GetKeyPolicy"));
    }

    [Theory]
    [InlineData("Disabled", "Enable the key")]
    [InlineData("PendingDeletion", "Cancel the deletion")]
    public void A_key_that_is_not_enabled_fails(string state, string remedy) => Is(
        new World(modelPolicy: Policy(World.Partner), keyState: state).Check(s_whole), "KeyState", ShareCheckResult.Fail, state, remedy);

    [Fact]
    public void A_key_that_is_gone_fails()
    {
        IAwsGateway gateway = GatewayWithoutKeys.Before(Shared().Gateway);
        ValueList<ShareCheck> checks = new ShareChecker(gateway).Check(s_whole);
        Is(checks, "KeyState", ShareCheckResult.Fail, "KMS does not know the key");
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.NotChecked, "did not find");
    }

    [Fact]
    public void A_key_of_another_region_fails()
    {
        ValueList<ShareCheck> checks = new World(modelPolicy: Policy(World.Partner), modelKey: World.FarKey).Check(s_whole);
        Is(checks, "KeyRegion", ShareCheckResult.Fail, "us-east-1", "us-west-2");
        Is(checks, "KeyState", ShareCheckResult.NotChecked, "us-east-1");
    }

    [Fact]
    public void A_key_of_another_account_is_a_warning_and_cannot_be_seen_into()
    {
        ValueList<ShareCheck> checks = new World(modelPolicy: Policy(World.Partner), modelKey: World.PartnerKey).Check(s_whole);
        Is(checks, "KeyAccount", ShareCheckResult.Warning, World.PartnerKey, "New-ComprehendKmsStatement");
        foreach (string name in new[] { "KeyManager", "KeyState", "StalePrincipals", "KeyPolicySize", "KeyPolicyDecrypt", "KeyPolicyGrant" })
        {
            Is(checks, name, ShareCheckResult.NotChecked, "denied", World.PartnerKey);
        }
    }

    [Theory]
    [InlineData(World.KeyId)]
    [InlineData(World.Key)]
    public void A_key_is_known_by_its_id_as_by_its_ARN(string key) => Is(
        new World(modelPolicy: Policy(World.Partner), modelKey: key).Check(s_whole), "KeyState", ShareCheckResult.Pass, World.Key);

    [Fact]
    public void Somebody_deleted_in_the_key_policy_is_a_warning()
    {
        const string Gone = """{"Sid":"Gone","Effect":"Allow","Principal":{"AWS":"AIDACKCEVSQ6C2EXAMPLE"},"Action":"kms:Decrypt","Resource":"*"},""";
        string policy = World.ConsolePolicy.Replace("\"Statement\": [", $"\"Statement\": [{Gone}", StringComparison.Ordinal);
        Is(new World(policy, modelPolicy: Policy(World.Partner)).Check(s_whole), "StalePrincipals", ShareCheckResult.Warning, "'Gone'", "AIDACKCEVSQ6C2EXAMPLE", "-RemoveStalePrincipal");
    }

    [Fact]
    public void A_key_policy_that_is_nearly_full_is_a_warning()
    {
        string policy = World.ConsolePolicy.Replace("key-consolepolicy-3", new string('x', 32_000), StringComparison.Ordinal);
        Is(new World(policy, modelPolicy: Policy(World.Partner)).Check(s_whole), "KeyPolicySize", ShareCheckResult.Warning, "bytes left, too few", "-Scope Model");
    }

    [Fact]
    public void A_key_policy_that_lacks_the_role_disagrees_with_the_model_policy_and_the_reason_says_so()
    {
        ValueList<ShareCheck> checks = new World(modelPolicy: Policy(World.Partner)).Check(s_whole);
        foreach ((string name, string action) in new[] { ("KeyPolicyDecrypt", "kms:Decrypt"), ("KeyPolicyGrant", "kms:CreateGrant") })
        {
            Is(
                checks,
                name,
                ShareCheckResult.Fail,
                $"The model policy lets {World.Partner} import, but the policy of the key {World.Key} does not allow {action} to {World.Role}",
                $"it does not name {World.Role}.",
                $"Grant-ComprehendKmsAccess -ModelArn {World.Version(1)} -Principal {World.Role}");
        }
    }

    [Fact]
    public void A_key_policy_for_another_version_says_for_which()
    {
        World world = new(modelPolicy: Policy(World.Partner), versions: 2);
        world.Grant(World.Request(2));
        ValueList<ShareCheck> checks = world.Check(s_whole);
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.Fail, $"only where aws:SourceArn is {World.Version(2)}");
        Is(checks, "KeyPolicyGrant", ShareCheckResult.Fail, $"only where kms:EncryptionContext:aws:comprehend:arn is {World.Version(2)}");
    }

    [Theory]
    [InlineData("kms:Decrypt", "KeyPolicyDecrypt", "KeyPolicyGrant")]
    [InlineData("kms:GenerateDataKey", "KeyPolicyDecrypt", "KeyPolicyGrant")]
    [InlineData("kms:CreateGrant", "KeyPolicyGrant", "KeyPolicyDecrypt")]
    public void Each_of_the_three_actions_is_asked_for(string without, string fails, string passes)
    {
        World world = Shared();
        World poorer = new(world.KeyPolicy.Replace(without, "kms:DescribeKey", StringComparison.Ordinal), modelPolicy: Policy(World.Partner));
        ValueList<ShareCheck> checks = poorer.Check(s_whole);
        Is(checks, fails, ShareCheckResult.Fail, $"it does not allow {without} to {World.Role}");
        Is(checks, passes, ShareCheckResult.Pass, World.Role);
    }

    [Fact]
    public void SourceArn_on_CreateGrant_fails_because_Comprehend_does_not_send_it()
    {
        string policy = Shared().KeyPolicy.Replace("kms:EncryptionContext:aws:comprehend:arn", "aws:SourceArn", StringComparison.Ordinal);
        Is(
            new World(policy, modelPolicy: Policy(World.Partner)).Check(s_whole),
            "KeyPolicyGrant",
            ShareCheckResult.Fail,
            $"only where aws:SourceArn is {World.Version(1)}, which the request does not have");
    }

    [Fact]
    public void A_Deny_of_the_key_policy_fails_and_no_grant_is_recommended()
    {
        string deny = $$"""{"Sid":"Keep out","Effect":"Deny","Principal":{"AWS":"{{World.Role}}"},"Action":"kms:*","Resource":"*"},""";
        string policy = Shared().KeyPolicy.Replace("\"Statement\": [", $"\"Statement\": [{deny}", StringComparison.Ordinal);
        ShareCheck check = Is(new World(policy, modelPolicy: Policy(World.Partner)).Check(s_whole), "KeyPolicyDecrypt", ShareCheckResult.Fail, "'Keep out' denies it");
        Assert.DoesNotContain("Run Grant", check.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_of_the_key_policy_on_something_unknown_is_not_checked()
    {
        string policy = Shared().KeyPolicy.Replace(
            "\"kms:EncryptionContext:aws:comprehend:arn\":", "\"aws:PrincipalOrgID\": \"o-1\", \"kms:EncryptionContext:aws:comprehend:arn\":", StringComparison.Ordinal);
        Is(new World(policy, modelPolicy: Policy(World.Partner)).Check(s_whole), "KeyPolicyGrant", ShareCheckResult.NotChecked, "depends on aws:PrincipalOrgID");
    }

    [Theory]
    [InlineData(World.Jane, ShareCheckResult.Warning, "as the importer's service role")]
    [InlineData(World.Role, ShareCheckResult.Warning, $"only to {World.Role}")]
    [InlineData(World.Partner, ShareCheckResult.Pass, World.Partner)]
    [InlineData(World.Third, ShareCheckResult.Fail, $"it does not name {World.Jane}")]
    public void Without_a_role_the_key_policy_must_name_the_account(string inKeyPolicy, ShareCheckResult result, string reason)
    {
        // KMS takes no account that it does not know, as the third one here, so the statements are put there from the start.
        string statements = string.Join(',', KmsStatementTemplate.Create(World.Principals(inKeyPolicy), [World.Version(1)]).Select(s => s.ToJson()));
        World world = new(World.ConsolePolicy.Replace("\"Statement\": [", $"\"Statement\": [{statements},", StringComparison.Ordinal), modelPolicy: Policy(World.Jane));
        ValueList<ShareCheck> checks = world.Check(new() { ModelArn = World.Version(1) });
        Is(checks, "KeyPolicyDecrypt", result, reason);
        Is(checks, "KeyPolicyGrant", result, reason);
    }

    [Fact]
    public void Without_principal_and_role_nobody_is_known_for_whom_a_key_could_be_open() => Is(
        new World().Check(new() { ModelArn = World.Version(1) }), "KeyPolicyDecrypt", ShareCheckResult.NotChecked, "Neither a principal nor a role");

    [Fact]
    public void With_a_role_alone_the_key_policy_is_checked_for_it()
    {
        ValueList<ShareCheck> checks = new World().Check(s_whole);
        Is(checks, "KeyPolicyDecrypt", ShareCheckResult.Fail, World.Role);
        Is(checks, "RoleAccount", ShareCheckResult.NotChecked, World.Role, $"-Principal {World.Partner}");
    }

    [Fact]
    public void What_the_importer_has_not_told_is_not_checked()
    {
        ValueList<ShareCheck> checks = Shared().Check(new() { ModelArn = World.Version(1) });
        Is(checks, "ImporterPolicy", ShareCheckResult.NotChecked, "-ImporterPolicy");
        Is(checks, "PassRole", ShareCheckResult.NotChecked, "-ImporterPolicy");
        Is(checks, "RoleAccount", ShareCheckResult.NotChecked, "-DataAccessRoleArn");
        Is(checks, "RoleTrust", ShareCheckResult.NotChecked, "-ImportRoleTrustPolicy");
        Is(checks, "RolePolicy", ShareCheckResult.NotChecked, "-ImportRolePolicy");
        Is(Shared().Check(s_whole with { DataAccessRoleArn = null }), "PassRole", ShareCheckResult.NotChecked, "-DataAccessRoleArn");
    }

    [Theory]
    [InlineData("comprehend:ImportModel", "comprehend:DescribeEndpoint", "ImporterPolicy", "does not allow comprehend:ImportModel")]
    [InlineData("tickets/version/v1", "tickets/version/v2", "ImporterPolicy", "is about arn:aws:comprehend")]
    [InlineData("iam:PassRole", "iam:GetRole", "PassRole", "does not allow iam:PassRole")]
    [InlineData("ComprehendImportRole", "AnotherRole", "PassRole", "is about arn:aws:iam::444455556666:role/AnotherRole")]
    [InlineData("comprehend.amazonaws.com", "ec2.amazonaws.com", "PassRole", "iam:PassedToService is ec2.amazonaws.com")]
    public void What_the_importers_policy_lacks_fails(string what, string instead, string name, string reason)
    {
        ValueList<ShareCheck> checks = Shared().Check(s_whole with { ImporterPolicy = Edit(s_whole.ImporterPolicy!, what, instead) });
        Is(checks, name, ShareCheckResult.Fail, reason);
        Assert.Single(checks, check => check.Result == ShareCheckResult.Fail);
    }

    [Fact]
    public void What_the_model_policy_lacks_is_not_the_importers_policys_fault()
    {
        ValueList<ShareCheck> checks = Shared(World.Third).Check(s_whole with { Principal = World.Principals(World.Partner) });
        Is(checks, "ModelPolicyPrincipal", ShareCheckResult.Fail, World.Partner);
        Is(checks, "ImporterPolicy", ShareCheckResult.Pass, "comprehend:ImportModel");
    }

    [Fact]
    public void A_condition_of_the_importers_policy_on_something_unknown_is_not_checked()
    {
        PolicyDocument policy = ImportOnlyIf("""{"Bool": {"aws:MultiFactorAuthPresent": "true"}}""");
        Is(Shared().Check(s_whole with { ImporterPolicy = policy }), "ImporterPolicy", ShareCheckResult.NotChecked, "depends on aws:MultiFactorAuthPresent");
    }

    [Theory]
    [InlineData(null, ShareCheckResult.Fail)]
    [InlineData(World.PartnerKey, ShareCheckResult.Pass)]
    public void An_importers_policy_can_ask_for_a_key_of_the_copy(string? key, ShareCheckResult result)
    {
        PolicyDocument policy = ImportOnlyIf($$$"""{"ArnEquals": {"comprehend:ModelKmsKey": "{{{World.PartnerKey}}}"}}""");
        Is(Shared().Check(s_whole with { ImporterPolicy = policy, ModelKmsKeyId = key }), "ImporterPolicy", result, "ImportModel");
    }

    [Fact]
    public void A_role_of_another_account_than_the_importers_fails() => Is(
        Shared().Check(s_whole with { DataAccessRoleArn = RoleArn.Parse(OtherRole) }), "RoleAccount", ShareCheckResult.Fail, OtherRole, $"role of {World.Partner}");

    [Fact]
    public void A_role_that_serves_one_of_the_importers_is_none_of_the_others_business()
    {
        ValueList<ShareCheck> checks = Shared(World.Partner, World.Third).Check(s_whole);
        ShareCheck[] roles = [.. checks.Where(check => check.Name == "RoleAccount")];
        Assert.Equal([ShareCheckResult.Pass, ShareCheckResult.NotChecked], roles.Select(check => check.Result));
        Assert.Contains($"-Principal {World.Third}", roles[1].Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comprehend.amazonaws.com", "ec2.amazonaws.com", ShareCheckResult.Fail, "does not name comprehend.amazonaws.com")]
    [InlineData(World.Partner, World.Third, ShareCheckResult.Fail, "only where aws:SourceAccount is 777788889999")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:SourceArn\": \"arn:aws:comprehend:us-west-2:444455556666:document-classifier/tickets/version/v1\"", ShareCheckResult.Pass, "444455556666 only")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:SourceArn\": \"arn:aws:comprehend:us-west-2:777788889999:*\"", ShareCheckResult.Fail, "only where aws:SourceArn is arn:aws:comprehend:us-west-2:777788889999:*")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:SourceArn\": \"arn:aws:comprehend:us-west-2:444455556666:document-classifier/letters/version/v1\"", ShareCheckResult.Warning, "names that it allows")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:SourceOrgID\": \"o-1\"", ShareCheckResult.NotChecked, "depends on aws:SourceOrgID")]
    [InlineData("StringEquals", "StringNotEquals", ShareCheckResult.Fail, "aws:SourceAccount")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:PrincipalServiceName\": \"comprehend.amazonaws.com\"", ShareCheckResult.Warning, "any account")]
    public void A_trust_policy_must_let_Comprehend_in_for_the_importer_alone(string what, string instead, ShareCheckResult result, string reason) => Is(
        Shared().Check(s_whole with { ImportRoleTrustPolicy = Edit(s_whole.ImportRoleTrustPolicy!, what, instead) }), "RoleTrust", result, reason);

    [Theory]
    [InlineData("kms:CreateGrant", "kms:RetireGrant", "does not allow kms:CreateGrant")]
    [InlineData("kms:Decrypt", "kms:Encrypt", "does not allow kms:Decrypt")]
    [InlineData("s3.us-west-2", "s3.us-east-1", "kms:ViaService is s3.us-east-1")]
    [InlineData(World.KeyId, "4321abcd-12ab-34cd-56ef-1234567890ab", "is about arn:aws:kms")]
    public void What_the_roles_policy_lacks_fails(string what, string instead, string reason)
    {
        ValueList<ShareCheck> checks = Shared().Check(s_whole with { ImportRolePolicy = Edit(s_whole.ImportRolePolicy!, what, instead) });
        Is(checks, "RolePolicy", ShareCheckResult.Fail, reason, "-Purpose ImportRole");
        Assert.Single(checks, check => check.Result == ShareCheckResult.Fail);
    }

    [Fact]
    public void What_the_key_policy_lacks_is_not_the_roles_policys_fault() =>
        Is(new World(modelPolicy: Policy(World.Partner)).Check(s_whole), "RolePolicy", ShareCheckResult.Pass, "role's policy");

    [Fact]
    public void The_roles_policy_must_reach_the_key_of_the_copy_too()
    {
        ShareCheckRequest request = s_whole with { ModelKmsKeyId = World.PartnerKey };
        Is(Shared().Check(request), "RolePolicy", ShareCheckResult.Fail, World.PartnerKey);
        PolicyDocument both = ImporterTemplates.RolePolicy(World.KeyArn, KeyArn.Parse(World.PartnerKey));
        Is(Shared().Check(request with { ImportRolePolicy = both }), "RolePolicy", ShareCheckResult.Pass, "keys");
    }

    [Theory]
    [InlineData("alias/mine", ShareCheckResult.Fail, "alias/mine")]
    [InlineData(World.Key, ShareCheckResult.Fail, "no key of the account 444455556666")]
    [InlineData(World.FarKey, ShareCheckResult.Fail, "us-west-2")]
    [InlineData(World.PartnerKey, ShareCheckResult.NotChecked, "denied")]
    [InlineData("99999999-12ab-34cd-56ef-1234567890ab", ShareCheckResult.NotChecked, "denied")]
    public void The_key_of_the_copy_must_be_the_importers(string key, ShareCheckResult result, string reason) =>
        Is(Shared().Check(s_whole with { ModelKmsKeyId = key }), "CopyKey", result, reason);

    [Theory]
    [InlineData("Enabled", "Customer", ShareCheckResult.Pass)]
    [InlineData("Disabled", "Customer", ShareCheckResult.Fail)]
    [InlineData("Enabled", "Aws", ShareCheckResult.Fail)]
    public void The_key_of_the_copy_must_be_usable_where_it_can_be_seen(string state, string manager, ShareCheckResult result)
    {
        World world = new(keyState: state, keyManager: manager);
        ShareCheckRequest request = s_whole with { Principal = World.Principals(World.Partner), ModelKmsKeyId = World.PartnerKey };
        Is(new ShareChecker(world.PartnerGateway).Check(request), "CopyKey", result, World.PartnerKey);
    }

    [Fact]
    public void A_key_of_the_copy_without_an_importer_is_not_checked() => Is(
        new World().Check(new() { ModelArn = World.Version(1), ModelKmsKeyId = "mine" }), "CopyKey", ShareCheckResult.NotChecked, "No importing account");

    [Fact]
    public void A_model_is_asked_for_once_and_a_key_once_for_all_models()
    {
        World world = new(versions: 3, modelPolicy: Policy(World.Partner, World.Third));
        ShareChecker checker = new(world.Gateway);
        foreach (int number in Enumerable.Range(1, 3))
        {
            Assert.NotEmpty(checker.Check(s_whole with { ModelArn = World.Version(number) }));
        }

        Assert.Equal((3, 3, 1, 1), (world.Count("DescribeDocumentClassifier"), world.Count("DescribeResourcePolicy"), world.Count("DescribeKey"), world.Count("GetKeyPolicy")));
        Assert.Equal(8, world.Aws.Calls.Count);
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData("DescribeDocumentClassifier", SandboxFaultKind.Throttle, "AwsLimitExceeded")]
    [InlineData("DescribeResourcePolicy", SandboxFaultKind.ServerError, "AwsServiceFailure")]
    [InlineData("DescribeKey", SandboxFaultKind.ServerError, "AwsServiceFailure")]
    [InlineData("GetKeyPolicy", SandboxFaultKind.Throttle, "AwsLimitExceeded")]
    public void That_AWS_fails_says_nothing_of_a_share_and_is_an_error(string operation, SandboxFaultKind kind, string errorId)
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault(operation, 1, kind));
        Failure.Of(errorId, () => world.Check(s_whole));
    }

    internal static string Policy(params string[] principals) => ModelPolicyTemplate.Create(World.Principals(principals)).ToJson();

    // A model that is shared as it should be.
    private static World Shared(params string[] principals) => Shared(principals.Length == 0 ? [World.Partner] : principals, "TRAINED");

    private static World Shared(string[] principals, string status)
    {
        World world = new(modelPolicy: Policy(principals), status: status);
        world.Grant(World.Request(1, World.Partner));
        return world;
    }

    private static string Allow(string principal) =>
        $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"comprehend:ImportModel","Resource":"*"}""" + "\n";

    private static string Statements(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private static PolicyDocument ImportOnlyIf(string condition)
    {
        const string Action = "\"Action\": \"comprehend:ImportModel\"";
        return Edit(s_whole.ImporterPolicy!, Action, $"{Action}, \"Condition\": {condition}");
    }

    private static PolicyDocument Edit(PolicyDocument policy, string what, string instead)
    {
        Assert.Contains(what, policy.ToJson(), StringComparison.Ordinal);
        return PolicyDocument.Parse(policy.ToJson().Replace(what, instead, StringComparison.Ordinal));
    }

    private static ShareCheck Is(IEnumerable<ShareCheck> checks, string name, ShareCheckResult result, params string[] said)
    {
        ShareCheck check = checks.First(check => check.Name == name);
        Assert.True(check.Result == result, $"{check}");
        Assert.All(said, text => Assert.True($"{check.Reason} {check.Recommendation}".Contains(text, StringComparison.Ordinal), $"{text} is not in {check}"));
        Assert.EndsWith(".", check.Reason, StringComparison.Ordinal);
        Assert.Equal(result == ShareCheckResult.Pass, check.Recommendation is null);
        Assert.True(check.Recommendation is null || check.Recommendation.EndsWith('.'));
        return check;
    }
}
