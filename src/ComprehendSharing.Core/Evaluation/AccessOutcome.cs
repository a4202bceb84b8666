namespace ComprehendSharing.Evaluation;

/// <summary>How a request ends.</summary>
public enum AccessOutcome
{
    /// <summary>Something allows it and nothing denies it.</summary>
    Allowed,

    /// <summary>Nothing allows it.</summary>
    ImplicitlyDenied,

    /// <summary>A statement denies it.</summary>
    ExplicitlyDenied,
}
