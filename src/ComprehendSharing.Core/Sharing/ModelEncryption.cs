namespace ComprehendSharing.Sharing;

/// <summary>What a model is encrypted with.</summary>
public enum ModelEncryption
{
    /// <summary>A key of AWS's own; nothing is to be done about it.</summary>
    AwsOwnedKey,

    /// <summary>A key of the owner's account; the importer needs its ARN and a role.</summary>
    CustomerManagedKey,
}
