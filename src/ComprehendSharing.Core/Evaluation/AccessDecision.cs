namespace ComprehendSharing.Evaluation;

/// <summary>The answer to an <see cref="AccessRequest"/>.</summary>
/// <param name="Decision">How the request ends.</param>
/// <param name="Request">The request.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Explanation">What each statement did with the request, a line each.</param>
public sealed record AccessDecision(
    AccessOutcome Decision, AccessRequest Request, string Reason, ValueList<string> Explanation)
{
    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision == AccessOutcome.Allowed;
}
