using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>A statement, ready to be compared with requests.</summary>
internal sealed class StatementMatcher
{
    private readonly PrincipalMatcher _principal;
    private readonly ActionMatcher _action;
    private readonly ResourceMatcher _resource;
    private readonly ConditionMatcher[] _conditions;
    private readonly string? _unknownMember;

    public StatementMatcher(PolicyStatement statement, PolicyDocument document)
    {
        Statement = statement;
        _principal = new PrincipalMatcher(statement);
        _action = new ActionMatcher(statement);
        _resource = new ResourceMatcher(statement, document);
        _conditions = [.. statement.Condition.Select(condition => new ConditionMatcher(condition, document))];
        _unknownMember = statement.UnknownMember.Concat(document.UnknownMember).FirstOrDefault()?.Split(':')[0];
    }

    public PolicyStatement Statement { get; }

    public bool IsDeny => Statement.Effect == PolicyEffect.Deny;

    /// <summary>No when an element does not fit; else NotDecided when one cannot be decided; else a match.</summary>
    /// <param name="layer">The kind of the policy: some have principals, some must not.</param>
    /// <param name="request">The request.</param>
    /// <param name="notes">Takes the reason, where somebody asks for it.</param>
    /// <param name="grant">To whom it gives something.</param>
    public MatchAnswer Match(PolicyLayer layer, RequestView request, MatchNotes? notes, out GrantKind grant)
    {
        MatchAnswer result = MatchPrincipal(layer, request, notes, out grant);
        if (result == MatchAnswer.No)
        {
            return result;
        }

        if (_unknownMember is not null)
        {
            notes?.NotDecided(_unknownMember.Trim('"'), $"the element {_unknownMember} is not implemented");
            result = MatchAnswer.NotDecided;
        }

        MatchAnswer action = _action.Match(request.Action, notes);
        if (action == MatchAnswer.No)
        {
            return action;
        }

        MatchAnswer resource = _resource.Match(request, layer == PolicyLayer.TrustPolicy, notes);
        if (resource == MatchAnswer.No)
        {
            return resource;
        }

        if (action == MatchAnswer.NotDecided || resource == MatchAnswer.NotDecided)
        {
            result = MatchAnswer.NotDecided;
        }

        foreach (ConditionMatcher condition in _conditions)
        {
            MatchAnswer answer = condition.Match(request, notes);
            if (answer == MatchAnswer.No)
            {
                return answer;
            }

            result = answer == MatchAnswer.NotDecided ? answer : result;
        }

        return result;
    }

    private MatchAnswer MatchPrincipal(PolicyLayer layer, RequestView request, MatchNotes? notes, out GrantKind grant)
    {
        if (layer is PolicyLayer.ResourcePolicy or PolicyLayer.TrustPolicy or PolicyLayer.ResourceControlPolicy)
        {
            return _principal.Match(request, notes, out grant);
        }

        grant = GrantKind.Direct;
        if (_principal.IsEmpty)
        {
            return MatchAnswer.Yes;
        }

        notes?.NotDecided("Principal", "a policy of this kind has no principals");
        return MatchAnswer.NotDecided;
    }
}
