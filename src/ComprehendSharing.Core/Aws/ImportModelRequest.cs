using ComprehendSharing.Identity;

namespace ComprehendSharing.Aws;

/// <summary>The parameters of Comprehend ImportModel.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_ImportModel.html">ImportModel</see></remarks>
public sealed record ImportModelRequest
{
    /// <summary>The model version to copy.</summary>
    public required ModelArn SourceModelArn { get; init; }

    /// <summary>The name of the copy; the source's when null. 1 to 63 letters, digits and inner hyphens.</summary>
    public string? ModelName { get; init; }

    /// <summary>The version name of the copy. 1 to 63 letters, digits and inner hyphens.</summary>
    public string? VersionName { get; init; }

    /// <summary>The key of the copy, by id or ARN, in the importing account; an AWS owned key when null.</summary>
    public string? ModelKmsKeyId { get; init; }

    /// <summary>The role that Comprehend assumes to use the keys.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>Tags of the copy, at most 50.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init; } = new Dictionary<string, string>();
}
