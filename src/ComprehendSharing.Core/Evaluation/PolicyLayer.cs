namespace ComprehendSharing.Evaluation;

/// <summary>The kinds of policies that have a say in a decision.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">Policy types</see></remarks>
public enum PolicyLayer
{
    /// <summary>What the organisation lets the caller's account do.</summary>
    ServiceControlPolicy,

    /// <summary>What the organisation lets be done to the resource's account.</summary>
    ResourceControlPolicy,

    /// <summary>The policy of the resource: a model policy, a key policy, a bucket policy.</summary>
    ResourcePolicy,

    /// <summary>The trust policy of a role, for sts:AssumeRole and its kind.</summary>
    TrustPolicy,

    /// <summary>The policies of the user or role that calls.</summary>
    IdentityPolicy,

    /// <summary>The most that the identity policies can give.</summary>
    PermissionsBoundary,

    /// <summary>The most that this session can have.</summary>
    SessionPolicy,
}
