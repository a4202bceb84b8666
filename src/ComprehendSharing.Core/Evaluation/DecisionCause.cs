namespace ComprehendSharing.Evaluation;

/// <summary>What settled a decision.</summary>
internal enum DecisionCause
{
    /// <summary>The layer allows it, and nothing is in the way.</summary>
    Allowed,

    /// <summary>The caller's own policies allow it, and so does the resource's, without which they would not be enough.</summary>
    AllowedByBoth,

    /// <summary>The caller is the root of the account, who may do everything that nothing denies.</summary>
    AllowedToRoot,

    /// <summary>A statement of the layer denies it.</summary>
    ExplicitDeny,

    /// <summary>A statement of the layer might deny it; nobody can tell.</summary>
    UnclearDeny,

    /// <summary>The layer should allow it and does not.</summary>
    NothingAllows,

    /// <summary>No policy can allow it, for AWS does not do it across accounts or partitions.</summary>
    OutOfReach,
}
