namespace ComprehendSharing.Policies;

/// <summary>What a statement does when it applies.</summary>
public enum PolicyEffect
{
    /// <summary>It allows.</summary>
    Allow,

    /// <summary>It denies, whatever other statements allow.</summary>
    Deny,
}
