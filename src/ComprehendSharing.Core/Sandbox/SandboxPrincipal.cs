using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>A user, role, role session or root of a sandbox's account.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="ProfileName">The profile with which one acts as it; null when nobody does.</param>
/// <param name="Policy">Its identity policies. A scenario that gives a user or role none at all gives it AdministratorAccess.</param>
/// <param name="TrustPolicy">Who may assume the role, Comprehend if the scenario does not say; null for all else.</param>
public sealed record SandboxPrincipal(
    PolicyPrincipal Arn, string? ProfileName, ValueList<PolicyDocument> Policy, PolicyDocument? TrustPolicy)
{
    private static readonly PolicyDocument s_administratorAccess = PolicyDocument.Create(
        new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["*"], Resource = ["*"] });

    private static readonly PolicyDocument s_comprehendTrust = PolicyDocument.Create(new PolicyStatement
    {
        Effect = PolicyEffect.Allow,
        Principal = [new PrincipalEntry("Service", ImportUse.Service)],
        Action = ["sts:AssumeRole"],
    });

    /// <summary>Whom AWS sees in its calls: for a role, the session that is named like the profile.</summary>
    internal PolicyPrincipal Caller => PolicyPrincipal.Parse(CallerArn);

    internal string CallerArn => Arn.Kind == PrincipalKind.Role
        ? $"arn:{Arn.Partition}:sts::{Arn.AccountId}:assumed-role/{RoleArn.Parse(Arn.Value).Name}/{ProfileName}"
        : Arn.Value;

    // What AWS calls the policy that allows everything; https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
    internal static ValueList<PolicyDocument> DefaultPolicies(PolicyPrincipal arn) =>
        arn.Kind == PrincipalKind.Account ? [] : [s_administratorAccess];

    internal static PolicyDocument? DefaultTrust(PolicyPrincipal arn) => arn.Kind == PrincipalKind.Role ? s_comprehendTrust : null;
}
