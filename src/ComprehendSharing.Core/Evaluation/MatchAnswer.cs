namespace ComprehendSharing.Evaluation;

/// <summary>Whether a part of a statement fits a request.</summary>
internal enum MatchAnswer
{
    Yes,
    No,

    /// <summary>The part uses something that is not implemented or that AWS does not document, so nobody can tell.</summary>
    NotDecided,
}
