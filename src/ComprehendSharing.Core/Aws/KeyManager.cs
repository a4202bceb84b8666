namespace ComprehendSharing.Aws;

/// <summary>Who manages a KMS key.</summary>
public enum KeyManager
{
    /// <summary>A customer managed key, whose policy its owner edits.</summary>
    Customer,

    /// <summary>An AWS managed key (<c>alias/aws/…</c>), whose policy nobody can change.</summary>
    Aws,
}
