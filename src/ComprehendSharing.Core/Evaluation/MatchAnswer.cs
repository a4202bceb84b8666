namespace ComprehendSharing.Evaluation;

/// <summary>Whether a part of a statement fits a request.</summary>
internal enum MatchAnswer
{
    Yes,
    No,

    /// <summary>The part uses something that is not implemented, so nobody can tell.</summary>
    NotImplemented,
}
