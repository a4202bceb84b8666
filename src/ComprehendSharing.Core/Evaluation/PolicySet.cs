using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>All policies that have a say in a request.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see></remarks>
public sealed record PolicySet
{
    /// <summary>No policy at all, under which only an account's root may do anything, and that in its own account.</summary>
    public static PolicySet Empty { get; } = new();

    /// <summary>The policies of the caller, and of the groups of a user.</summary>
    public ValueList<PolicyDocument> IdentityPolicy { get; init; } = [];

    /// <summary>The policy of the resource, a trust policy included; null when it has none.</summary>
    /// <remarks>For a KMS key and for assuming a role nothing is allowed without one.</remarks>
    public PolicyDocument? ResourcePolicy { get; init; }

    /// <summary>The service control policies of the caller's account, level by level; empty when it is in no organisation.</summary>
    /// <remarks>Each level (the root, each unit, the account) must allow the request.</remarks>
    public ValueList<ValueList<PolicyDocument>> ServiceControlPolicy { get; init; } = [];

    /// <summary>The resource control policies of the resource's account, level by level; empty when there are none.</summary>
    public ValueList<ValueList<PolicyDocument>> ResourceControlPolicy { get; init; } = [];

    /// <summary>The caller's permissions boundary; null when there is none.</summary>
    public PolicyDocument? PermissionsBoundary { get; init; }

    /// <summary>The policies that were passed when the session was made.</summary>
    public ValueList<PolicyDocument> SessionPolicy { get; init; } = [];
}
