// Reads what the checks are about: each model and each key once.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>Reads models and keys.</summary>
internal sealed class FactReader(IAwsGateway gateway)
{
    private readonly Dictionary<KeyArn, KeyFacts> _keys = [];
    private readonly Dictionary<KeyArn, Fact<KeyDescription>> _descriptions = [];
    private readonly ModelPolicyReader _policies = new(gateway);

    public ShareFacts Read(ModelArn arn)
    {
        string owner = $"Run Test-ComprehendShare as the owner, in the account {arn.AccountId}, with what New-ComprehendIdentityPolicy -Purpose ModelOwner allows.";
        Fact<ComprehendModel> model = gateway.Region == arn.Region
            ? Fact<ComprehendModel>.Read(() => gateway.DescribeModel(arn), owner)
            : new Fact<ComprehendModel>(
                null, $"The model {arn} is in {arn.Region}, and {gateway.Region} was asked.", $"Leave out -Region, or give {arn.Region}.");
        if (model.IsMissing)
        {
            model = model with
            {
                Unknown = $"Comprehend does not know the model {arn}.",
                Remedy = "Give an ARN that Get-ComprehendModel lists in the account of the owner.",
            };
        }

        bool isHopeless = model.IsMissing || gateway.Region != arn.Region;
        Fact<ModelPolicy> policy = isHopeless
            ? new Fact<ModelPolicy>(null, model.Unknown, model.Remedy)
            : Fact<ModelPolicy>.Read(() => _policies.Read(arn), owner);
        return new ShareFacts(arn, gateway.Region, model, policy, Key(arn, model));
    }

    /// <summary>Describes a key, by its ARN, so that no account takes it for its own.</summary>
    public Fact<KeyDescription> Describe(KeyArn arn)
    {
        if (!_descriptions.TryGetValue(arn, out Fact<KeyDescription>? description))
        {
            description = Fact<KeyDescription>.Read(
                () => gateway.DescribeKey(arn.ToString()), $"Run Test-ComprehendShare in the account {arn.AccountId}, with kms:DescribeKey on {arn} allowed.");
            _descriptions.Add(arn, description);
        }

        return description;
    }

    private Fact<KeyFacts> Key(ModelArn arn, Fact<ComprehendModel> model)
    {
        if (model.Value is null)
        {
            return new Fact<KeyFacts>(null, model.Unknown, model.Remedy);
        }

        if (model.Value.ModelKmsKeyId is not { } keyId)
        {
            return new Fact<KeyFacts>(null, $"The model {arn} is under an AWS owned key, which needs no policy and no role.", string.Empty, IsMissing: true);
        }

        // A bare id means a key of the model's own account and region.
        string name = KeyArn.IsKeyId(keyId) ? $"arn:{arn.Partition}:kms:{arn.Region}:{arn.AccountId}:key/{keyId}" : keyId;
        return KeyArn.TryParse(name, out KeyArn? key)
            ? new Fact<KeyFacts>(Read(key, arn.Region), string.Empty, string.Empty)
            : new Fact<KeyFacts>(null, $"The model's key '{keyId}' is neither a key ARN nor a key id.", "Look the key up in KMS.");
    }

    private KeyFacts Read(KeyArn arn, string region)
    {
        if (!_keys.TryGetValue(arn, out KeyFacts? key))
        {
            Fact<KeyDescription> description = arn.Region == region
                ? Describe(arn)
                : new Fact<KeyDescription>(null, $"The key {arn} is in {arn.Region}, and the model in {region}.", $"Train the model again in {region} under a key of that region.");
            key = new KeyFacts(arn, description, Policy(arn, region, description));
            _keys.Add(arn, key);
        }

        return key;
    }

    private Fact<PolicyDocument> Policy(KeyArn arn, string region, Fact<KeyDescription> description)
    {
        if (description.IsMissing || arn.Region != region)
        {
            return new Fact<PolicyDocument>(null, description.Unknown, description.Remedy);
        }

        return description.Value is { KeyManager: KeyManager.Aws }
            ? new Fact<PolicyDocument>(null, $"The key {arn} is AWS managed, and nobody can edit its policy.", "Train the model again under a customer managed key.")
            : Fact<PolicyDocument>.Read(
                () => PolicyDocument.Parse(gateway.GetKeyPolicy(arn)),
                $"Run Test-ComprehendShare in the account {arn.AccountId}, with kms:GetKeyPolicy on {arn} allowed.");
    }
}
