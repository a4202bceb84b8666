namespace ComprehendSharing.Evaluation;

/// <summary>The answer to an <see cref="AccessRequest"/>.</summary>
/// <remarks>Reason and explanation are worked out when they are asked for. Two answers are equal when request, decision and policies are.</remarks>
public sealed record AccessDecision
{
    private readonly IDecisionStory _story;

    internal AccessDecision(AccessOutcome decision, AccessRequest request, IDecisionStory story)
    {
        Decision = decision;
        Request = request;
        _story = story;
    }

    /// <summary>How the request ends.</summary>
    public AccessOutcome Decision { get; }

    /// <summary>The request.</summary>
    public AccessRequest Request { get; }

    /// <summary>Why, in one sentence, in the words of AWS.</summary>
    public string Reason => _story.Reason(Request);

    /// <summary>What each statement did with the request.</summary>
    public ValueList<AccessExplanation> Explanation => _story.Explain(Request);

    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision == AccessOutcome.Allowed;
}
