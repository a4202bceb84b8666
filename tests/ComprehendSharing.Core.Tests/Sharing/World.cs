// An owner with models under a key, and a partner who imports: what every use case is tried on.
using System.Globalization;
using System.Text.Json.Nodes;
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

internal sealed class World
{
    public const string Owner = "111122223333";
    public const string Partner = "444455556666";
    public const string Third = "777788889999";
    public const string Region = "us-west-2";
    public const string KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
    public const string Key = $"arn:aws:kms:{Region}:{Owner}:key/{KeyId}";
    public const string PartnerKey = $"arn:aws:kms:{Region}:{Partner}:key/99999999-12ab-34cd-56ef-1234567890ab";
    public const string FarKey = $"arn:aws:kms:us-east-1:{Owner}:key/mrk-1234abcd12ab34cd56ef1234567890ab";
    public const string Jane = $"arn:aws:iam::{Partner}:user/jane";
    public const string Role = $"arn:aws:iam::{Partner}:role/ComprehendImportRole";

    /// <summary>The policy that the KMS console writes.</summary>
    public const string ConsolePolicy = """
        {
          "Version": "2012-10-17",
          "Id": "key-consolepolicy-3",
          "Statement": [
            {
              "Sid": "Enable IAM User Permissions",
              "Effect": "Allow",
              "Principal": {
                "AWS": "arn:aws:iam::111122223333:root"
              },
              "Action": "kms:*",
              "Resource": "*"
            }
          ]
        }
        """;

    public World(
        string keyPolicy = ConsolePolicy,
        int versions = 1,
        string? modelKey = Key,
        string? modelPolicy = null,
        string keyState = "Enabled",
        string keyManager = "Customer",
        string status = "TRAINED",
        string? importerPolicy = null,
        string? rolePolicy = null,
        string? roleTrust = null)
    {
        Aws = new SandboxAws(SandboxScenario.Parse(new JsonObject
        {
            ["region"] = Region,
            ["accounts"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = Owner,
                    ["principals"] = new JsonArray(Named($"arn:aws:iam::{Owner}:user/model-owner", "owner")),
                    ["keys"] = new JsonArray(
                        KeyOf(KeyId, keyPolicy, keyState, keyManager),
                        KeyOf("mrk-1234abcd12ab34cd56ef1234567890ab", ConsolePolicy, keyState, keyManager, "us-east-1")),
                    ["models"] = new JsonArray(
                    [
                        .. Enumerable.Range(1, versions).Select(number => ModelOf(Version(number), modelKey, modelPolicy, status)),
                        ModelOf(Unversioned, modelKey, modelPolicy, status),
                    ]),
                },
                new JsonObject
                {
                    ["id"] = Partner,
                    ["principals"] = new JsonArray(Named(Jane, "partner", importerPolicy), Named(Role, null, rolePolicy, roleTrust)),
                    ["keys"] = new JsonArray(KeyOf(PartnerKey[^36..], ConsolePolicy.Replace(Owner, Partner, StringComparison.Ordinal), keyState, keyManager)),
                }),
        }.ToJsonString()));
        Gateway = Aws.Connect("owner");
        Granter = new KeyAccessGranter(Gateway, new ResourcePolicyEvaluator());
        Setter = new ModelPolicySetter(Gateway);
    }

    /// <summary>A model that was made without a version name.</summary>
    public static ModelArn Unversioned { get; } = ModelArn.Parse($"arn:aws:comprehend:{Region}:{Owner}:document-classifier/plain");

    public static KeyArn KeyArn { get; } = KeyArn.Parse(Key);

    public SandboxAws Aws { get; }

    public IAwsGateway Gateway { get; }

    public KeyAccessGranter Granter { get; }

    public ModelPolicyReader Reader => new(Gateway);

    public ModelPolicySetter Setter { get; }

    public IAwsGateway PartnerGateway => Aws.Connect("partner");

    public string KeyPolicy => Aws.Describe().Key.Single(key => key.KeyArn == KeyArn).Policy;

    public PolicyDocument? ModelPolicy =>
        Aws.Describe().Model.Single(model => model.ModelArn == Version(1)).ResourcePolicy is { } text ? PolicyDocument.Parse(text) : null;

    public static ModelArn Version(int number) =>
        ModelArn.Parse(string.Create(CultureInfo.InvariantCulture, $"arn:aws:comprehend:{Region}:{Owner}:document-classifier/tickets/version/v{number}"));

    public static ValueList<PolicyPrincipal> Principals(params string[] principals) => [.. principals.Select(PolicyPrincipal.Parse)];

    public static KeyAccessRequest Request(int version, params string[] principals) => Request(version, KeyAccessScope.ModelVersion, principals);

    public static KeyAccessRequest Request(int version, KeyAccessScope scope, params string[] principals) =>
        new(Version(version), Principals(principals.Length == 0 ? [Partner] : principals), scope);

    public KeyPolicyPlan Grant(params KeyAccessRequest[] requests)
    {
        KeyPolicyOptions options = new();
        return Granter.Apply(Granter.Plan(KeyArn, requests, options), requests, options);
    }

    public ModelPolicy Set(string policy, bool merge = false, bool force = false, string? revisionId = null) =>
        Setter.Apply(Setter.Plan(new ModelPolicyRequest(Version(1), PolicyDocument.Parse(policy), revisionId, merge, force)));

    public ValueList<ShareCheck> Check(ShareCheckRequest request) => new ShareChecker(Gateway).Check(request);

    public int Count(string operation) => Aws.Calls.Count(call => call.Operation == operation);

    public void AssertNothingWritten() => Assert.DoesNotContain(Aws.Calls, call => call.IsWrite);

    // Without a policy and a trust policy it has the sandbox's: all rights, and Comprehend may assume it.
    private static JsonObject Named(string arn, string? profile, string? policy = null, string? trust = null)
    {
        JsonObject principal = new() { ["arn"] = arn };
        if (profile is not null)
        {
            principal["profile"] = profile;
        }

        if (policy is not null)
        {
            principal["policies"] = new JsonArray(JsonNode.Parse(policy));
        }

        if (trust is not null)
        {
            principal["trust"] = JsonNode.Parse(trust);
        }

        return principal;
    }

    private static JsonObject KeyOf(string id, string policy, string state, string manager, string region = Region) => new()
    {
        ["id"] = id,
        ["policy"] = policy,
        ["state"] = state,
        ["manager"] = manager,
        ["region"] = region,
    };

    private static JsonObject ModelOf(ModelArn arn, string? key, string? policy, string status)
    {
        JsonObject model = new() { ["arn"] = $"{arn}", ["status"] = status, ["languageCode"] = "en" };
        if (key is not null)
        {
            model["modelKmsKeyId"] = key;
        }

        if (policy is not null)
        {
            model["policy"] = policy;
        }

        return model;
    }
}
