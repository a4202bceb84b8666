using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>One thing that an import needs, and whether it is so.</summary>
public sealed record ShareCheck
{
    /// <summary>The shared version.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>Who would import; null for what is about the model alone, or when nobody is known.</summary>
    public PolicyPrincipal? Principal { get; init; }

    /// <summary>The stable name of the check; one of <see cref="ShareCheckName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required ShareCheckResult Result { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, in one sentence; null when it passed.</summary>
    public string? Recommendation { get; init; }
}
