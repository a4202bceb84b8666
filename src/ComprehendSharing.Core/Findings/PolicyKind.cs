namespace ComprehendSharing.Findings;

/// <summary>What a policy is attached to, which decides what it may contain.</summary>
public enum PolicyKind
{
    /// <summary>The resource policy of a Comprehend model version.</summary>
    ModelPolicy,

    /// <summary>The key policy of a KMS key.</summary>
    KeyPolicy,

    /// <summary>A policy of a user, group or role; also a permissions boundary or a session policy.</summary>
    IdentityPolicy,

    /// <summary>The trust policy of a role.</summary>
    TrustPolicy,

    /// <summary>A service control policy of an organisation.</summary>
    ServiceControlPolicy,
}
