namespace ComprehendSharing.Identity;

/// <summary>Whom a principal of a policy stands for.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see></remarks>
public enum PrincipalKind
{
    /// <summary>An account, as 12 digits or as its root ARN; it delegates to the policies of that account.</summary>
    Account,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>An IAM role.</summary>
    Role,

    /// <summary>One session of a role.</summary>
    AssumedRole,

    /// <summary>A federated user session of STS.</summary>
    FederatedUser,

    /// <summary>An AWS service, such as comprehend.amazonaws.com.</summary>
    Service,

    /// <summary>Everyone: <c>*</c>.</summary>
    Everyone,

    /// <summary>The unique id (<c>AIDA…</c>, <c>AROA…</c>) that AWS shows in place of a user or role that was deleted.</summary>
    UniqueId,
}
