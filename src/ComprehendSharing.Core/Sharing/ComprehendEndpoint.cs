using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>An endpoint, as Comprehend describes it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_EndpointProperties.html">EndpointProperties</see></remarks>
public sealed record ComprehendEndpoint
{
    /// <summary>The ARN, under the name and of the type that AWS.Tools binds.</summary>
    public required string EndpointArn { get; init; }

    /// <summary>The endpoint's name.</summary>
    public string EndpointName => EndpointArn[(EndpointArn.LastIndexOf('/') + 1)..];

    /// <summary>The model version that it serves.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>The region.</summary>
    public string Region => ModelArn.Region;

    /// <summary>The state in Comprehend's words; see <see cref="EndpointStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Message { get; init; }

    /// <summary>The inference units that were asked for.</summary>
    public int? DesiredInferenceUnits { get; init; }

    /// <summary>The inference units in use; null before there are any.</summary>
    public int? CurrentInferenceUnits { get; init; }

    /// <summary>The role that reads the model; null for a model under an AWS owned key.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? LastModifiedTime { get; init; }
}
