using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Finds the keys of models; describes each key once.</summary>
internal sealed class KeyFinder(IAwsGateway gateway)
{
    private readonly Dictionary<string, KeyDescription> _known = [];

    /// <summary>The key of a model; null for an AWS owned key.</summary>
    /// <param name="model">The model as Comprehend describes it; its key is an id or an ARN, as it was given.</param>
    /// <param name="expected">The key that the caller means; the model's own when null.</param>
    /// <param name="statements">What the owner of another account's key would have to add, for the error that says so.</param>
    /// <exception cref="SharingException"><c>KeyMismatch</c>, <c>KeyInAnotherAccount</c>, <c>KeyRegionMismatch</c>.</exception>
    public KeyDescription? Find(ComprehendModel model, KeyReference? expected = null, ValueList<PolicyStatement>? statements = null)
    {
        if (expected is not null && (model.ModelKmsKeyId is null || expected.KeyId != KeyReference.Parse(model.ModelKmsKeyId).KeyId))
        {
            throw Errors.KeyMismatch(model.ModelArn, model.ModelKmsKeyId, expected.Value);
        }

        if (model.ModelKmsKeyId is null)
        {
            return null;
        }

        // A bare id means a key of the model's own account and region, so it is one key by whichever name.
        string name = $"arn:{model.ModelArn.Partition}:kms:{model.Region}:{model.ModelArn.AccountId}:key/{model.ModelKmsKeyId}";
        if (KeyArn.TryParse(model.ModelKmsKeyId, out KeyArn? arn))
        {
            Check(model, arn, statements);
            name = arn.ToString();
        }

        if (!_known.TryGetValue(name, out KeyDescription? key))
        {
            key = gateway.DescribeKey(model.ModelKmsKeyId);
            _known.Add(name, key);
        }

        Check(model, key.KeyArn, statements);
        return key;
    }

    private static void Check(ComprehendModel model, KeyArn key, ValueList<PolicyStatement>? statements)
    {
        if (key.Region != model.Region)
        {
            throw Errors.KeyRegionMismatch(key, model.ModelArn);
        }

        if (statements is not null && key.AccountId != model.ModelArn.AccountId)
        {
            throw Errors.KeyInAnotherAccount(key, statements);
        }
    }
}
