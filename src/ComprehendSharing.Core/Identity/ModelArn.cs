// The ARN of a custom model or of one of its versions, as the Comprehend API defines it (shape ComprehendModelArn).
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>
/// The ARN of a Comprehend custom model version:
/// <c>arn:aws:comprehend:us-west-2:111122223333:document-classifier/name/version/v1</c>.
/// </summary>
/// <remarks>
/// At most 256 characters. A model that was created without a version name has an ARN without <c>/version/…</c>;
/// <see cref="HasVersion"/> tells. Names have 1 to 63 letters, digits and hyphens and neither start nor end with a hyphen.
/// Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy, ResourceArn</see>
/// </remarks>
public sealed record ModelArn
{
    /// <summary>The longest model ARN, in characters.</summary>
    public const int MaxLength = 256;

    /// <summary>The longest name of a model or version, in characters.</summary>
    public const int MaxNameLength = 63;

    private const string ClassifierType = "document-classifier";
    private const string RecognizerType = "entity-recognizer";

    private ModelArn(string partition, string region, AccountId accountId, ModelKind kind, string name, string? versionName)
    {
        Partition = partition;
        Region = region;
        AccountId = accountId;
        Kind = kind;
        Name = name;
        VersionName = versionName;
    }

    /// <summary>The partition, <c>aws</c> or <c>aws-…</c>.</summary>
    public string Partition { get; }

    /// <summary>The region that holds the model; importers must use the same.</summary>
    public string Region { get; }

    /// <summary>The account that owns the model.</summary>
    public AccountId AccountId { get; }

    /// <summary>Classifier or recognizer.</summary>
    public ModelKind Kind { get; }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The version's name; null where the ARN has none.</summary>
    public string? VersionName { get; }

    /// <summary>Whether the ARN names a version.</summary>
    public bool HasVersion => VersionName is not null;

    /// <summary>Builds an ARN from its parts.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="region">The region.</param>
    /// <param name="accountId">The owning account.</param>
    /// <param name="kind">The kind of model.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="versionName">The version's name, or null.</param>
    /// <exception cref="SharingException"><c>InvalidModelArn</c>: a part is not what the API accepts.</exception>
    public static ModelArn Create(
        string partition, string region, AccountId accountId, ModelKind kind, string name, string? versionName) =>
        Parse(new ModelArn(partition, region, accountId, kind, name, versionName).ToString());

    /// <summary>The whole ARN, by which it comes back from JSON.</summary>
    public string Value => ToString();

    /// <summary>Reads a model ARN.</summary>
    /// <param name="value">The text of the ARN.</param>
    /// <exception cref="SharingException"><c>InvalidModelArn</c>: the text is not a model ARN.</exception>
    public static ModelArn Parse(string value) =>
        TryParse(value, out ModelArn? arn, out string reason) ? arn : throw Errors.InvalidModelArn(value, reason);

    /// <summary>Reads a model ARN if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="arn">The ARN, or null.</param>
    /// <returns>Whether the text is a model ARN.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out ModelArn? arn) => TryParse(value, out arn, out _);

    private static bool TryParse(string? value, [NotNullWhen(true)] out ModelArn? arn, out string reason)
    {
        arn = null;
        if (!Arn.TryParse(value, out Arn? parts, out reason))
        {
            return false;
        }

        reason = Refuse(value!, parts, out AccountId? account, out string[] resource);
        if (reason.Length > 0)
        {
            return false;
        }

        arn = new ModelArn(
            parts.Partition,
            parts.Region,
            account!,
            resource[0] == ClassifierType ? ModelKind.DocumentClassifier : ModelKind.EntityRecognizer,
            resource[1],
            resource.Length == 4 ? resource[3] : null);
        return true;
    }

    private static string Refuse(string value, Arn arn, out AccountId? account, out string[] resource)
    {
        account = null;
        resource = arn.Resource.Split('/');
        if (value.Length > MaxLength)
        {
            return $"it has {value.Length} characters, and the longest model ARN has {MaxLength}";
        }

        if (!IsPartition(arn.Partition))
        {
            return $"the partition '{arn.Partition}' is neither aws nor aws-…";
        }

        if (arn.Service != "comprehend")
        {
            return $"it belongs to the service '{arn.Service}', not to comprehend";
        }

        if (!IsRegion(arn.Region))
        {
            return $"'{arn.Region}' is not a region";
        }

        if (!AccountId.TryParse(arn.Account, out account))
        {
            return $"'{arn.Account}' is not an account id of 12 digits";
        }

        if (resource[0] is not (ClassifierType or RecognizerType))
        {
            return $"'{resource[0]}' is neither {ClassifierType} nor {RecognizerType}";
        }

        if (resource.Length is not (2 or 4) || (resource.Length == 4 && resource[2] != "version"))
        {
            return $"after {resource[0]}/ comes a name, or name/version/version-name";
        }

        string? badName = resource.Where((part, index) => index is 1 or 3 && !IsName(part)).FirstOrDefault();
        return badName is null
            ? string.Empty
            : $"the name '{badName}' does not have 1 to {MaxNameLength} letters, digits and inner hyphens";
    }

    internal static bool IsPartition(string value) => value == "aws" || (value.StartsWith("aws-", StringComparison.Ordinal) && value.Length > 4);

    internal static bool IsRegion(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Whether a text can be the name of a model or of a version (API shapes ComprehendArnName and VersionName).</summary>
    /// <param name="value">The text.</param>
    public static bool IsName(string? value) =>
        value is { Length: > 0 and <= MaxNameLength }
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && value[0] != '-'
        && value[^1] != '-';

    /// <summary>The ARN as it was read.</summary>
    public override string ToString()
    {
        string type = Kind == ModelKind.DocumentClassifier ? ClassifierType : RecognizerType;
        string version = HasVersion ? $"/version/{VersionName}" : string.Empty;
        return $"arn:{Partition}:comprehend:{Region}:{AccountId}:{type}/{Name}{version}";
    }

    /// <summary>The same as an ARN of any resource.</summary>
    public Arn ToArn() => Arn.Parse(Value);

    /// <summary>The same as an ARN of any resource.</summary>
    /// <param name="model">The model.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(model))]
    public static implicit operator Arn?(ModelArn? model) => model?.ToArn();
}
