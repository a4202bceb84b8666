namespace ComprehendSharing.Templates;

/// <summary>How the three KMS actions are put into statements.</summary>
public enum KmsStatementForm
{
    /// <summary>Decrypt and GenerateDataKey under <c>aws:SourceArn</c>, CreateGrant under the encryption context.</summary>
    Split,

    /// <summary>All three in one statement under the encryption context.</summary>
    Compact,
}
