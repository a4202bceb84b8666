// The checks against the sandbox, where the importer has told everything: nothing fails exactly where an import ends well.
using System.Text.Json.Nodes;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ImporterCheckAgreementTests
{
    private const string Whole = "whole";
    private const string Copy = $"arn:aws:comprehend:{World.Region}:{World.Partner}:document-classifier/tickets/version/v1";
    private const string Comprehend = "\"Principal\":{\"Service\":\"comprehend.amazonaws.com\"}";
    private const string Everyone = "\"Principal\":\"*\",\"Resource\":\"*\"";
    private const string Anybody = "\"Principal\":\"*\"";
    private const string OtherKeyId = "4321abcd-12ab-34cd-56ef-1234567890ab";
    private const string EncryptionContext = "kms:EncryptionContext:aws:comprehend:arn";

    private static readonly AccountId s_partner = AccountId.Parse(World.Partner);
    private static readonly string s_importer = ImporterTemplates.CallerPolicy(World.Version(1), s_partner, World.Role).ToJson();
    private static readonly string s_role = ImporterTemplates.RolePolicy(World.KeyArn, KeyArn.Parse(World.PartnerKey)).ToJson();
    private static readonly string s_trust = ImporterTemplates.RoleTrustPolicy(s_partner).ToJson();

    private static readonly Dictionary<string, string> s_importers = new()
    {
        [Whole] = s_importer,
        ["tagging"] = ImporterTemplates.CallerPolicy(World.Version(1), s_partner, World.Role, allowTagging: true).ToJson(),
        ["any role"] = ImporterTemplates.CallerPolicy(World.Version(1), s_partner, ImporterTemplates.AnyRole("aws", s_partner)).ToJson(),
        ["no ImportModel"] = Edit(s_importer, "comprehend:ImportModel", "comprehend:DescribeEndpoint"),
        ["another version"] = Edit(s_importer, "tickets/version/v1", "tickets/version/v2"),
        ["the copy for the source"] = Edit(s_importer, $"{World.Version(1)}", Copy),
        ["no PassRole"] = ImporterTemplates.CallerPolicy(World.Version(1), s_partner, passedRole: null).ToJson(),
        ["PassRole for another role"] = Edit(s_importer, "role/ComprehendImportRole", "role/Other"),
        ["PassRole to another service"] = Edit(s_importer, "comprehend.amazonaws.com", "sagemaker.amazonaws.com"),
        ["ImportModel denied"] = Add(s_importer, Deny("comprehend:ImportModel")),
        ["PassRole denied"] = Add(s_importer, Deny("iam:PassRole")),
        ["PassRole denied to others"] = Add(s_importer, Deny("iam:PassRole", If("StringNotEquals", "iam:PassedToService", "comprehend.amazonaws.com"))),
        ["the key of the copy required"] = Add(s_importer, Deny("comprehend:ImportModel", If("Null", "comprehend:ModelKmsKey", "true"))),
        ["one key of the copy required"] = Add(s_importer, Deny("comprehend:ImportModel", If("ArnNotEquals", "comprehend:ModelKmsKey", World.PartnerKey))),
        ["another key of the copy required"] = Add(s_importer, Deny("comprehend:ImportModel", If("ArnNotEquals", "comprehend:ModelKmsKey", World.Key))),
        ["Jane denied"] = Add(s_importer, Deny("*", If("ArnEquals", "aws:PrincipalArn", World.Jane))),
    };

    private static readonly Dictionary<string, string> s_roles = new()
    {
        [Whole] = s_role,
        ["no Decrypt"] = Edit(s_role, "kms:Decrypt", "kms:Encrypt"),
        ["no GenerateDataKey"] = Edit(s_role, "kms:GenerateDataKey", "kms:Encrypt"),
        ["no CreateGrant"] = Edit(s_role, "kms:CreateGrant", "kms:RetireGrant"),
        ["the guide's spelling"] = Edit(s_role, "kms:GenerateDataKey", "kms:GenerateDatakey"),
        ["another key"] = Edit(s_role, World.KeyId, OtherKeyId),
        ["no key of the copy"] = ImporterTemplates.RolePolicy(World.KeyArn).ToJson(),
        ["another key of the copy"] = ImporterTemplates.RolePolicy(World.KeyArn, KeyArn.Parse(World.PartnerKey.Replace("99999999", "88888888", StringComparison.Ordinal))).ToJson(),
        ["ViaService of another region"] = Edit(s_role, "s3.us-west-2", "s3.us-east-1"),
        ["ViaService of Comprehend"] = Edit(s_role, "s3.us-west-2", "comprehend.us-west-2"),
        ["ViaService on the grant"] = Add(s_role, Deny("kms:CreateGrant", If("Null", "kms:ViaService", "true"))),
        ["CreateGrant denied"] = Add(s_role, Deny("kms:CreateGrant")),
        ["only for the source"] = Add(s_role, Deny("kms:*", If("StringNotEquals", EncryptionContext, $"{World.Version(1)}"))),
        ["only for the copy"] = Add(s_role, Deny("kms:*", If("StringNotEquals", EncryptionContext, Copy))),
        ["for source and copy"] = Add(s_role, Deny("kms:*", If("StringNotEquals", EncryptionContext, $"{World.Version(1)}", Copy))),
    };

    private static readonly Dictionary<string, string> s_trusts = new()
    {
        [Whole] = s_trust,
        ["another account"] = Edit(s_trust, World.Partner, World.Third),
        ["another service"] = Edit(s_trust, "comprehend.amazonaws.com", "sagemaker.amazonaws.com"),
        ["another action"] = Edit(s_trust, "sts:AssumeRole", "sts:TagSession"),
        ["a user"] = Edit(s_trust, "\"Service\": \"comprehend.amazonaws.com\"", $"\"AWS\": \"{World.Jane}\""),
        ["no condition"] = Trust(),
        ["SourceArn of the copy"] = Trust(SourceArn(Copy)),
        ["SourceArn of the account"] = Trust(SourceArn($"arn:aws:comprehend:*:{World.Partner}:*")),
        ["SourceArn of the source"] = Trust(SourceArn($"{World.Version(1)}")),
        ["SourceArn of another account"] = Trust(SourceArn($"arn:aws:comprehend:*:{World.Third}:*")),
        ["SourceArn of another region"] = Trust(SourceArn($"arn:aws:comprehend:us-east-1:{World.Partner}:*")),
        ["SourceArn of an endpoint"] = Trust(SourceArn($"arn:aws:comprehend:*:{World.Partner}:document-classifier-endpoint/*")),
        ["both"] = Trust(SourceAccount("StringEquals"), SourceArn(Copy)),
        ["the account, and the SourceArn of another"] = Trust(SourceAccount("StringEquals"), SourceArn($"arn:aws:comprehend:*:{World.Third}:*")),
        ["denied to others"] = Add(Trust(), Statement("Deny", Anybody, "*", SourceAccount("StringNotEquals"))),
        ["denied to the account"] = Add(Trust(), Statement("Deny", Anybody, "*", SourceAccount("StringEquals"))),
        ["through KMS"] = Trust(If("StringEquals", "kms:ViaService", "s3.us-west-2.amazonaws.com")),
    };

    private static readonly Dictionary<string, string> s_modelPolicies = new()
    {
        ["another account"] = ShareCheckerTests.Policy(World.Third),
        ["a key of the copy required"] = Add(
            ShareCheckerTests.Policy(World.Partner),
            Statement("Deny", Everyone, "comprehend:ImportModel", If("Null", "comprehend:ModelKmsKey", "true"))),
    };

    private static readonly string?[] s_copyKeys = [null, World.PartnerKey, World.PartnerKey[^36..]];

    // What is the importer's own, and no matter of the owner's policies.
    private static readonly string[] s_ownChecks =
        [ShareCheckName.ImporterPolicy, ShareCheckName.PassRole, ShareCheckName.RoleAccount, ShareCheckName.RoleTrust, ShareCheckName.RolePolicy];

    /// <summary>Every value of each part, the other parts being as they should.</summary>
    public static TheoryData<string, string, string> Parts()
    {
        TheoryData<string, string, string> data = [];
        foreach ((string importer, string role, string trust) in s_importers.Keys.Select(name => (name, Whole, Whole))
            .Concat(s_roles.Keys.Select(name => (Whole, name, Whole)))
            .Concat(s_trusts.Keys.Select(name => (Whole, Whole, name)))
            .Append(("no PassRole", "no Decrypt", "another account"))
            .Distinct())
        {
            data.Add(importer, role, trust);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_check_fails_exactly_where_the_import_ends_TRAINED(string importer, string role, string trust)
    {
        foreach (string? copyKey in s_copyKeys)
        {
            ValueList<ShareCheck> shared = Agree(Whole, version: 1);
            foreach (ValueList<ShareCheck> checks in s_modelPolicies.Keys.Select(policy => Agree(policy, version: 1)).Append(Agree(Whole, version: 2)))
            {
                Assert.Equal(Own(shared), Own(checks));
            }

            ValueList<ShareCheck> Agree(string modelPolicy, int version)
            {
                World world = NewWorld(importer, role, trust, s_modelPolicies.GetValueOrDefault(modelPolicy, ShareCheckerTests.Policy(World.Partner)));
                world.Grant(World.Request(version, World.Partner));
                ValueList<ShareCheck> checks = Check(world, copyKey, s_importers[importer], s_roles[role], s_trusts[trust]);
                string outcome = Import(world, copyKey);
                Assert.True(
                    !checks.Any(check => check.Result == ShareCheckResult.Fail) == (outcome == ModelStatus.Trained),
                    $"{modelPolicy}, {version}, {copyKey}: {outcome}\n{string.Join('\n', checks)}");
                return checks;
            }
        }
    }

    [Fact]
    public void Each_part_has_values_with_which_an_import_ends_well_and_values_with_which_it_does_not()
    {
        string[][] good =
        [
            [.. s_importers.Keys.Where(name => IsTrained(name, Whole, Whole))],
            [.. s_roles.Keys.Where(name => IsTrained(Whole, name, Whole))],
            [.. s_trusts.Keys.Where(name => IsTrained(Whole, Whole, name))],
        ];
        Assert.Equal([Whole, "tagging", "any role", "PassRole denied to others"], good[0]);
        Assert.Equal([Whole, "the guide's spelling", "no key of the copy", "another key of the copy", "only for the source", "for source and copy"], good[1]);
        Assert.Equal([Whole, "no condition", "SourceArn of the copy", "SourceArn of the account", "both", "denied to others"], good[2]);
    }

    [Fact]
    public void A_trust_for_a_copy_of_other_names_is_a_warning_and_an_import_under_those_names_ends_TRAINED()
    {
        string trust = Trust(SourceArn("arn:aws:comprehend:*:*:document-classifier/letters*"));
        World world = new(
            modelPolicy: ShareCheckerTests.Policy(World.Partner), importerPolicy: s_importer, rolePolicy: s_role, roleTrust: trust);
        world.Grant(World.Request(1, World.Partner));

        ShareCheck check = Check(world, copyKey: null, s_importer, s_role, trust).Single(check => check.Name == ShareCheckName.RoleTrust);

        Assert.Equal(ShareCheckResult.Warning, check.Result);
        Assert.Contains(Copy, check.Reason, StringComparison.Ordinal);
        Assert.Equal(ModelStatus.InError, Import(world, copyKey: null));
        Assert.Equal(ModelStatus.Trained, Import(world, copyKey: null, "letters"));
    }

    private static bool IsTrained(string importer, string role, string trust)
    {
        World world = NewWorld(importer, role, trust, ShareCheckerTests.Policy(World.Partner));
        world.Grant(World.Request(1, World.Partner));
        return Import(world, copyKey: null) == ModelStatus.Trained;
    }

    private static World NewWorld(string importer, string role, string trust, string modelPolicy) => new(
        versions: 2, modelPolicy: modelPolicy, importerPolicy: s_importers[importer], rolePolicy: s_roles[role], roleTrust: s_trusts[trust]);

    // As Jane, with the role, to the end.
    private static string Import(World world, string? copyKey, string? modelName = null)
    {
        try
        {
            ModelArn copy = world.PartnerGateway.ImportModel(new ImportModelRequest
            {
                SourceModelArn = World.Version(1),
                ModelName = modelName,
                DataAccessRoleArn = RoleArn.Parse(World.Role),
                ModelKmsKeyId = copyKey,
            });
            world.PartnerGateway.Sleep(TimeSpan.FromHours(1), CancellationToken.None);
            return world.PartnerGateway.DescribeModel(copy).Status;
        }
        catch (AwsServiceException exception)
        {
            return exception.ErrorCode;
        }
    }

    private static ValueList<ShareCheck> Check(World world, string? copyKey, string importer, string role, string trust) => world.Check(new ShareCheckRequest
    {
        ModelArn = World.Version(1),
        Principal = World.Principals(World.Jane),
        DataAccessRoleArn = RoleArn.Parse(World.Role),
        ImporterPolicy = PolicyDocument.Parse(importer),
        ImportRolePolicy = PolicyDocument.Parse(role),
        ImportRoleTrustPolicy = PolicyDocument.Parse(trust),
        ModelKmsKeyId = copyKey,
    });

    private static IEnumerable<ShareCheck> Own(ValueList<ShareCheck> checks) => checks.Where(check => s_ownChecks.Contains(check.Name));

    private static string Edit(string policy, string what, string instead)
    {
        Assert.Contains(what, policy, StringComparison.Ordinal);
        return policy.Replace(what, instead, StringComparison.Ordinal);
    }

    private static string Add(string policy, string statement)
    {
        JsonNode document = JsonNode.Parse(policy)!;
        document["Statement"]!.AsArray().Add(JsonNode.Parse(statement));
        return document.ToJsonString();
    }

    private static string Deny(string action, params string[] conditions) => Statement("Deny", null, action, conditions);

    private static string Trust(params string[] conditions) =>
        Add("""{"Version":"2012-10-17","Statement":[]}""", Statement("Allow", Comprehend, "sts:AssumeRole", conditions));

    private static string Statement(string effect, string? principal, string action, params string[] conditions) =>
        $$"""{"Effect":"{{effect}}",{{principal ?? "\"Resource\":\"*\""}},"Action":"{{action}}","Condition":{ {{string.Join(',', conditions)}} } }""";

    private static string SourceArn(string arn) => If("ArnLike", "aws:SourceArn", arn);

    private static string SourceAccount(string @operator) => If(@operator, "aws:SourceAccount", World.Partner);

    private static string If(string @operator, string key, params string[] values) =>
        $$"""
        "{{@operator}}":{"{{key}}":[{{string.Join(',', values.Select(value => $"\"{value}\""))}}]}
        """;
}
