namespace ComprehendSharing.Evaluation;

/// <summary>What comparing a statement with a request gave.</summary>
public enum StatementOutcome
{
    /// <summary>All its elements fit.</summary>
    Matches,

    /// <summary>One of its elements does not fit.</summary>
    DoesNotMatch,

    /// <summary>It has something that is not implemented, so nobody can tell.</summary>
    NotDecided,
}
