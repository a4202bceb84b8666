using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>All that one importing account needs to import one model version.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html#custom-copy-sharing-details">Step 2: Provide the details that others need to import</see></remarks>
public sealed record ShareBundle
{
    /// <summary>The version of the bundle's format.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of this bundle's format.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The shared version.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>The shared version, under the name and type that AWS.Tools binds.</summary>
    public string SourceModelArn => ModelArn.ToString();

    /// <summary>Classifier or recognizer.</summary>
    public ModelKind Kind => ModelArn.Kind;

    /// <summary>The model's name.</summary>
    public string SourceModelName => ModelArn.Name;

    /// <summary>The version's name; null for a model without versions.</summary>
    public string? SourceVersionName => ModelArn.VersionName;

    /// <summary>The region of the model, in which the import must run.</summary>
    public string Region => ModelArn.Region;

    /// <summary>The account that owns the model.</summary>
    public AccountId OwnerAccountId => ModelArn.AccountId;

    /// <summary>The account that this bundle is for.</summary>
    public required AccountId ImporterAccountId { get; init; }

    /// <summary>What the model is encrypted with.</summary>
    public ModelEncryption Encryption => KmsKeyArn is null ? ModelEncryption.AwsOwnedKey : ModelEncryption.CustomerManagedKey;

    /// <summary>The customer managed key; null for an AWS owned key.</summary>
    public KeyArn? KmsKeyArn { get; init; }

    /// <summary>Who of this account is authorised; nothing is said about other accounts.</summary>
    public required ValueList<PolicyPrincipal> AuthorizedPrincipal { get; init; }

    /// <summary>The language of the documents, such as <c>en</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>When the bundle was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The IAM policy for whoever calls ImportModel.</summary>
    public required PolicyDocument ImporterPolicy { get; init; }

    /// <summary>The IAM policy of the role that Comprehend assumes; null when none is needed.</summary>
    public PolicyDocument? ImportRolePolicy { get; init; }

    /// <summary>The trust policy of that role; null when none is needed.</summary>
    public PolicyDocument? ImportRoleTrustPolicy { get; init; }

    /// <summary>What the importer should know.</summary>
    public ValueList<string> Warning { get; init; } = [];

    /// <summary>Whether it tells what is, or what a dry run would make.</summary>
    public ShareBundleStatus Status { get; init; }

    /// <summary>Makes a bundle; its policies follow from its facts.</summary>
    /// <param name="modelArn">The shared version.</param>
    /// <param name="importer">The account that it is for.</param>
    /// <param name="principals">Who of this account is authorised.</param>
    /// <param name="key">The customer managed key; null for an AWS owned key.</param>
    /// <param name="languageCode">The language of the documents.</param>
    /// <param name="createdAt">When it is made.</param>
    /// <param name="warnings">What the importer should know.</param>
    public static ShareBundle Create(
        ModelArn modelArn,
        AccountId importer,
        ValueList<PolicyPrincipal> principals,
        KeyArn? key,
        string? languageCode,
        DateTimeOffset createdAt,
        ValueList<string> warnings) => new()
    {
        ModelArn = modelArn,
        ImporterAccountId = importer,
        KmsKeyArn = key,
        AuthorizedPrincipal = principals,
        LanguageCode = languageCode,
        CreatedAt = createdAt,
        ImporterPolicy = ImporterTemplates.CallerPolicy(
            modelArn, importer, key is null ? null : ImporterTemplates.AnyRole(modelArn.Partition, importer)),
        ImportRolePolicy = key is null ? null : ImporterTemplates.RolePolicy(key),
        ImportRoleTrustPolicy = key is null ? null : ImporterTemplates.RoleTrustPolicy(importer),
        Warning = warnings,
    };
}
