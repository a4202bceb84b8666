using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>A share to check, and what is known of the importer. What AWS would have to be asked in the other account must be given.</summary>
public sealed record ShareCheckRequest
{
    /// <summary>The shared version.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>Who would import; whom the model policy authorises when empty.</summary>
    public ValueList<PolicyPrincipal> Principal { get; init; } = [];

    /// <summary>The role that Comprehend would assume; null when it is not known.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>The IAM policy of whoever calls ImportModel; null when it is not known.</summary>
    public PolicyDocument? ImporterPolicy { get; init; }

    /// <summary>The IAM policy of the role; null when it is not known.</summary>
    public PolicyDocument? ImportRolePolicy { get; init; }

    /// <summary>The trust policy of the role; null when it is not known.</summary>
    public PolicyDocument? ImportRoleTrustPolicy { get; init; }

    /// <summary>The key of the copy, by id or ARN; null for an AWS owned key.</summary>
    public string? ModelKmsKeyId { get; init; }
}
