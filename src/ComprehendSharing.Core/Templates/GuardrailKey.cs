namespace ComprehendSharing.Templates;

/// <summary>What a KMS key of a Comprehend request encrypts.</summary>
public enum GuardrailKey
{
    /// <summary>The storage volumes on which the data is processed.</summary>
    Volume,

    /// <summary>The trained, or imported, model.</summary>
    Model,

    /// <summary>The results in Amazon S3.</summary>
    Output,
}
