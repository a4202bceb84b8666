using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>The resource policy of a model version: who may import it.</summary>
public sealed record ModelPolicy
{
    /// <summary>The version; null for a policy that is not for any one version yet.</summary>
    public ModelArn? ModelArn { get; init; }

    /// <summary>
    /// Who is authorised. After a merge, only those who were asked for, so that a later cmdlet of the pipeline opens nothing
    /// to the others; <see cref="Document"/> names all. After a removal, those who were.
    /// </summary>
    public ValueList<PolicyPrincipal> Principal { get; init; } = [];

    /// <summary>The policy; null when the version has none.</summary>
    public PolicyDocument? Document { get; init; }

    /// <summary>Comprehend's id of this revision; null before it is set.</summary>
    public string? PolicyRevisionId { get; init; }

    /// <summary>When the version first got a policy.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>When this revision was set.</summary>
    public DateTimeOffset? LastModifiedTime { get; init; }

    /// <summary>What became of it.</summary>
    public ModelPolicyStatus Status { get; init; }

    /// <summary>The ARN of the version, under the name and type that AWS.Tools binds.</summary>
    public string? ResourceArn => ModelArn?.ToString();

    /// <summary>The policy in one line, under the name and type that AWS.Tools binds.</summary>
    public string? ResourcePolicy => Document?.ToCompactJson();
}
