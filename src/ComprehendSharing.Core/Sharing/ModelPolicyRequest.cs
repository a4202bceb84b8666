using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>What is to become the resource policy of a model version.</summary>
/// <param name="ModelArn">The version.</param>
/// <param name="Document">The policy.</param>
/// <param name="RevisionId">The revision that it replaces, if the caller knows it; otherwise the one that is read.</param>
/// <param name="Merge">Add to what is there.</param>
/// <param name="Force">Replace, even if somebody loses access.</param>
public sealed record ModelPolicyRequest(
    ModelArn ModelArn, PolicyDocument Document, string? RevisionId = null, bool Merge = false, bool Force = false);
