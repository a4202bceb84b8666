using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>A checked change of a model's policy that has not been made yet.</summary>
/// <param name="ModelArn">The version.</param>
/// <param name="Document">The policy that would be set.</param>
/// <param name="Current">The policy that is there.</param>
/// <param name="RevisionId">The revision that would be replaced.</param>
/// <param name="Requested">Whom the request names; the policy of a merge names others too.</param>
public sealed record ModelPolicyChange(
    ModelArn ModelArn, PolicyDocument Document, ModelPolicy Current, string? RevisionId, ValueList<PolicyPrincipal> Requested)
{
    /// <summary>Whether the policy is there already, by meaning.</summary>
    public bool IsUnchanged => Current.Document is not null && PolicyComparer.AreEquivalent(Current.Document, Document);

    /// <summary>Who would be able to import that is not able now.</summary>
    public ValueList<PolicyPrincipal> Added => [.. ImportAuthorization.Principals(Document).Except(Current.Principal)];
}
