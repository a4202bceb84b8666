using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>A wish to import a shared model version.</summary>
public sealed record ImportRequest
{
    /// <summary>The shared version.</summary>
    public required ModelArn SourceModelArn { get; init; }

    /// <summary>Its customer managed key; null for an AWS owned key, or when it is not known.</summary>
    public KeyArn? SourceKmsKeyArn { get; init; }

    /// <summary>The name of the copy; the source's when null.</summary>
    public string? ModelName { get; init; }

    /// <summary>The version name of the copy; the source's when null.</summary>
    public string? VersionName { get; init; }

    /// <summary>The role that Comprehend assumes; needed where a customer managed key is used.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>The key of the copy, by id or ARN, in the importing account; an AWS owned key when null.</summary>
    public string? ModelKmsKeyId { get; init; }

    /// <summary>Tags of the copy.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init; } = new Dictionary<string, string>();

    /// <summary>Import although there is a copy already.</summary>
    public bool Force { get; init; }
}
