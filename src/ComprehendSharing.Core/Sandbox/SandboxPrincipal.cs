using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>A user, role, role session or root of a sandbox's account.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="ProfileName">The profile with which one acts as it; null when nobody does.</param>
/// <param name="Policy">Its identity policies. They are kept, and not enforced yet.</param>
/// <param name="TrustPolicy">Who may assume the role; null for all else. It is kept, and not enforced yet.</param>
public sealed record SandboxPrincipal(
    PolicyPrincipal Arn, string? ProfileName, ValueList<PolicyDocument> Policy, PolicyDocument? TrustPolicy)
{
    /// <summary>Whom AWS sees in its calls: for a role, the session that is named like the profile.</summary>
    internal PolicyPrincipal Caller => PolicyPrincipal.Parse(CallerArn);

    internal string CallerArn => Arn.Kind == PrincipalKind.Role
        ? $"arn:{Arn.Partition}:sts::{Arn.AccountId}:assumed-role/{RoleArn.Parse(Arn.Value).Name}/{ProfileName}"
        : Arn.Value;
}
