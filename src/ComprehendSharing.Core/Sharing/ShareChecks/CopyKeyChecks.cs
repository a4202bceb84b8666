using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The check of the key that the copy shall have.</summary>
internal static class CopyKeyChecks
{
    public static IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts, string? keyId, FactReader reader) =>
        keyId is null ? [] : [Check(importer, facts, keyId, reader)];

    /// <summary>The key of the copy; null when there is none, or when it cannot be told which.</summary>
    public static KeyArn? Find(Importer importer, string? keyId)
    {
        // A bare id means a key of the account and region that import.
        string? name = KeyArn.IsKeyId(keyId) && importer.AccountId is { } account
            ? $"arn:{importer.Model.Partition}:kms:{importer.Model.Region}:{account}:key/{keyId}"
            : keyId;
        return KeyArn.TryParse(name, out KeyArn? key) ? key : null;
    }

    private static ShareCheck Check(Importer importer, ShareFacts facts, string keyId, FactReader reader)
    {
        CheckSubject subject = importer.Subject;
        if (importer.AccountId is not { } account)
        {
            return subject.NotChecked(ShareCheckName.CopyKey, "No importing account is known whose key it could be.", "Give -Principal.");
        }

        if (Find(importer, keyId) is not { } key || key.AccountId != account || key.Region != importer.Model.Region)
        {
            return subject.Fail(
                ShareCheckName.CopyKey,
                $"The key {keyId} of the copy is no key of the account {account} in {importer.Model.Region}.",
                "Give the id or ARN of such a key as -ModelKmsKeyId, and no alias.");
        }

        if (facts.Region != key.Region)
        {
            return subject.NotChecked(ShareCheckName.CopyKey, facts.Model);
        }

        Fact<KeyDescription> description = reader.Describe(key);
        return description switch
        {
            { IsMissing: true } => subject.Fail(
                ShareCheckName.CopyKey, $"KMS does not know the key {key} of the copy.", "Give the id or ARN of a key that exists as -ModelKmsKeyId."),
            { Value: null } => subject.NotChecked(ShareCheckName.CopyKey, description),
            { Value: { KeyManager: KeyManager.Customer, KeyState: "Enabled" } } =>
                subject.Pass(ShareCheckName.CopyKey, $"The key {key} of the copy is customer managed and Enabled."),
            _ => subject.Fail(
                ShareCheckName.CopyKey,
                $"The key {key} of the copy is {description.Value!.KeyState} and its manager is {description.Value.KeyManager}, and it must be an Enabled customer managed key.",
                "Enable the key, or give another as -ModelKmsKeyId."),
        };
    }
}
