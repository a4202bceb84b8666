// One account of a scenario after the other. What must be unique is so over all of them.
using System.Diagnostics.CodeAnalysis;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>Reads the accounts of a scenario.</summary>
internal sealed class ScenarioAccountReader(JsonSource source, string region)
{
    private const string KeyText = "the id or ARN of a KMS key";

    // KMS API, KeyMetadata, KeyState.
    private static readonly string[] s_keyStates =
        ["Enabled", "Disabled", "Creating", "PendingDeletion", "PendingImport", "PendingReplicaDeletion", "Unavailable", "Updating"];

    private static readonly string[] s_modelStates =
    [
        ModelStatus.Trained, ModelStatus.TrainedWithWarning, ModelStatus.Submitted, ModelStatus.Training,
        ModelStatus.InError, ModelStatus.StopRequested, ModelStatus.Stopped, ModelStatus.Deleting,
    ];

    // Comprehend API, LanguageCode.
    private static readonly string[] s_languages = ["en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW"];

    private readonly HashSet<(string What, string Value)> _seen = [];
    private readonly List<(StrictObject Model, ModelArn ModelArn)> _encrypted = [];

    public List<SandboxAccount> Accounts { get; } = [];

    public List<SandboxKey> Keys { get; } = [];

    public List<SandboxModel> Models { get; } = [];

    public static bool TryRegion(string? text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return text is not null && ModelArn.IsRegion(text);
    }

    public void Read(JsonPart part)
    {
        StrictObject account = new(source, part, "an account", "id", "principals", "controlPolicies", "keys", "models");
        JsonPart idPart = account.Required("id");
        AccountId id = account.Value<AccountId>(idPart, "an account id of 12 digits in quotes", AccountId.TryParse);
        Once("account", id.Value, idPart);
        Accounts.Add(new SandboxAccount(
            id,
            new ValueList<SandboxPrincipal>(account.List("principals").Select(item => Principal(item, id))),
            account.Policies("controlPolicies")));
        Keys.AddRange(account.List("keys").Select(item => Key(item, id)));
        Models.AddRange(account.List("models").Select(item => Model(item, id)));
    }

    /// <summary>Every model key must be listed: a misspelt key would look like a denied one.</summary>
    public void CheckModelKeys()
    {
        foreach ((StrictObject model, ModelArn arn) in _encrypted)
        {
            JsonPart part = model.Required("modelKmsKeyId");
            if (!Keys.Exists(key => key.KeyArn.ToString() == part.Scalar || IsOwn(key, arn, part.Scalar!)))
            {
                throw model.Error(part, $"expected a key that is listed under \"keys\", found '{part.Scalar}'");
            }
        }
    }

    private static bool IsOwn(SandboxKey key, ModelArn model, string keyId) =>
        key.KeyArn.KeyId == keyId && key.KeyArn.AccountId == model.AccountId && key.KeyArn.Region == model.Region;

    private SandboxPrincipal Principal(JsonPart part, AccountId account)
    {
        StrictObject principal = new(source, part, "a principal", "arn", "profile", "policies", "trust");
        JsonPart arnPart = principal.Required("arn");
        PolicyPrincipal arn = principal.Value<PolicyPrincipal>(arnPart, "the ARN of a user, role, role session or root", TryCaller);
        RequireOwner(arnPart, arn.AccountId!, arn.Partition!, account);
        Once("principal", arn.Value, arnPart);
        string? profile = principal.Text("profile");
        if (profile is not null)
        {
            Once("profile", profile, principal.Required("profile"));
        }

        PolicyDocument? trust = principal.Optional("trust") is { } text ? principal.Policy(text) : SandboxPrincipal.DefaultTrust(arn);
        ValueList<PolicyDocument> policies = principal.Optional("policies") is null
            ? SandboxPrincipal.DefaultPolicies(arn)
            : principal.Policies("policies");
        SandboxPrincipal result = new(arn, profile, policies, trust);
        if (profile is not null && !PolicyPrincipal.TryParse(result.CallerArn, out _))
        {
            throw source.Error(principal.Required("profile"), "expected a profile that can name a role session, without blanks and slashes");
        }

        return result;
    }

    private static bool TryCaller(string? text, [NotNullWhen(true)] out PolicyPrincipal? value) =>
        PolicyPrincipal.TryParse(text, out value)
        && value is { Partition: not null }
        && value.Kind is PrincipalKind.User or PrincipalKind.Role or PrincipalKind.AssumedRole or PrincipalKind.Account;

    private SandboxKey Key(JsonPart part, AccountId account)
    {
        StrictObject key = new(source, part, "a key", "id", "policy", "state", "manager", "region");
        JsonPart idPart = key.Required("id");
        string id = key.Value<string>(idPart, "the id of a KMS key", TryKeyId);
        string keyRegion = key.Value<string>("region", "a region such as us-west-2", TryRegion) ?? region;
        KeyArn arn = KeyArn.Parse($"arn:{PartitionOf(keyRegion)}:kms:{keyRegion}:{account}:key/{id}");
        Once("key", arn.ToString(), idPart);
        KeyManager manager = Enum.Parse<KeyManager>(key.Word("manager", Enum.GetNames<KeyManager>()));
        return new SandboxKey(arn, key.Word("state", s_keyStates), manager, key.Policy(key.Required("policy")).ToJson());
    }

    private static bool TryKeyId(string? text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return KeyArn.IsKeyId(text);
    }

    private static bool TryKey(string? text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return KeyArn.IsKeyId(text) || KeyArn.TryParse(text, out _);
    }

    private SandboxModel Model(JsonPart part, AccountId account)
    {
        StrictObject model = new(
            source, part, "a model", "arn", "status", "message", "languageCode", "modelKmsKeyId", "volumeKmsKeyId",
            "dataAccessRoleArn", "sourceModelArn", "policy");
        JsonPart arnPart = model.Required("arn");
        ModelArn arn = model.Value<ModelArn>(arnPart, "the ARN of a model version", ModelArn.TryParse);
        RequireOwner(arnPart, arn.AccountId, arn.Partition, account);
        Once("model", arn.ToString(), arnPart);
        ComprehendModel data = new()
        {
            ModelArn = arn,
            Status = model.Word("status", s_modelStates),
            Message = model.Text("message"),
            LanguageCode = model.Word("languageCode", s_languages),
            ModelKmsKeyId = model.Value<string>("modelKmsKeyId", KeyText, TryKey),
            VolumeKmsKeyId = model.Value<string>("volumeKmsKeyId", KeyText, TryKey),
            DataAccessRoleArn = model.Value<RoleArn>("dataAccessRoleArn", "the ARN of a role", RoleArn.TryParse),
            SourceModelArn = model.Value<ModelArn>("sourceModelArn", "the ARN of a model version", ModelArn.TryParse),
        };
        if (data.ModelKmsKeyId is not null)
        {
            _encrypted.Add((model, arn));
        }

        return new SandboxModel(data)
        {
            ResourcePolicy = model.Optional("policy") is { } policy ? model.Policy(policy).ToJson() : null,
        };
    }

    private void RequireOwner(JsonPart part, AccountId owner, string partition, AccountId account)
    {
        if (owner != account)
        {
            throw source.Error(part, $"expected an ARN of the account {account}, under which it is listed, found one of {owner}");
        }

        if (partition != PartitionOf(region))
        {
            throw source.Error(part, $"expected an ARN of the partition {PartitionOf(region)}, to which {region} belongs, found one of {partition}");
        }
    }

    private void Once(string what, string value, JsonPart part)
    {
        if (!_seen.Add((what, value)))
        {
            throw source.Error(part, $"the {what} '{value}' stands twice in the scenario");
        }
    }

    // The regions' names tell their partition; AWS documents no rule, and its endpoint lists have kept to this one.
    private static string PartitionOf(string regionName) => regionName[..Math.Max(regionName.LastIndexOf('-'), 0)] switch
    {
        string name when name.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        string name when name.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        string name when name.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
        string name when name.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
        string name when name.StartsWith("eu-isoe-", StringComparison.Ordinal) => "aws-iso-e",
        string name when name.StartsWith("us-isof-", StringComparison.Ordinal) => "aws-iso-f",
        _ => "aws",
    };
}
