// The sentences of AWS about a decision, and what each statement did. Worked out afterwards, so that deciding stays cheap.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Tells how a decision over all layers came about.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see></remarks>
internal sealed record DecisionStory(PolicySet Policies, DecisionCause Cause, PolicyLayer Layer) : IDecisionStory
{
    public static AccessDecision Tell(AccessRequest request, PolicySet policies, DecisionCause cause, PolicyLayer layer)
    {
        AccessOutcome outcome = cause switch
        {
            DecisionCause.Allowed or DecisionCause.AllowedByBoth or DecisionCause.AllowedToRoot => AccessOutcome.Allowed,
            DecisionCause.NothingAllows or DecisionCause.OutOfReach => AccessOutcome.ImplicitlyDenied,
            _ => AccessOutcome.ExplicitlyDenied,
        };
        return new AccessDecision(outcome, request, new DecisionStory(policies, cause, layer));
    }

    public string Reason(AccessRequest request)
    {
        string authorized = $"authorized to perform: {request.Action} on resource: {request.Resource}";
        return Cause switch
        {
            DecisionCause.Allowed => $"User: {request.Principal} is {authorized} by {WithArticle}",
            DecisionCause.AllowedByBoth => $"User: {request.Principal} is {authorized} by {WithArticle} and an identity-based policy",
            DecisionCause.AllowedToRoot => $"User: {request.Principal} is {authorized} as the root of the account",
            DecisionCause.ExplicitDeny => $"User: {request.Principal} is not {authorized} with an explicit deny in {WithArticle}",
            DecisionCause.UnclearDeny =>
                $"User: {request.Principal} is not {authorized} because of a deny in {WithArticle} that cannot be decided: {Unclear(request, PolicyEffect.Deny)}",
            DecisionCause.OutOfReach =>
                $"User: {request.Principal} is not {authorized} because it takes {new RequestView(request).RequiredCaller}, whatever policies allow",
            _ => $"User: {request.Principal} is not {authorized} because no {Name} allows the {request.Action} action"
                + (Unclear(request, PolicyEffect.Allow) is { } unclear ? $"; one might, but it cannot be decided: {unclear}" : string.Empty),
        };
    }

    public ValueList<AccessExplanation> Explain(AccessRequest request)
    {
        RequestView view = new(request);
        List<AccessExplanation> lines = [];
        if (request.Principal.AccountId is not null && view.IsKnownAsOwn is null && request.Resource != "*")
        {
            lines.Add(new AccessExplanation
            {
                Layer = PolicyLayer.ResourcePolicy,
                Path = "aws:ResourceAccount",
                Outcome = StatementOutcome.NotDecided,
                Element = "aws:ResourceAccount",
                Actual = "the resource's ARN names no account; it is taken to be the caller's, unless aws:ResourceAccount is in the context",
            });
        }

        PolicyLayer resourceLayer = view.IsAboutTrust ? PolicyLayer.TrustPolicy : PolicyLayer.ResourcePolicy;
        AddLevels(lines, view, PolicyLayer.ServiceControlPolicy, Policies.ServiceControlPolicy);
        AddLevels(lines, view, PolicyLayer.ResourceControlPolicy, Policies.ResourceControlPolicy);
        Add(lines, view, resourceLayer, Policies.ResourcePolicy, $"{resourceLayer}");
        AddAll(lines, view, PolicyLayer.IdentityPolicy, Policies.IdentityPolicy, $"{PolicyLayer.IdentityPolicy}");
        Add(lines, view, PolicyLayer.PermissionsBoundary, Policies.PermissionsBoundary, $"{PolicyLayer.PermissionsBoundary}");
        AddAll(lines, view, PolicyLayer.SessionPolicy, Policies.SessionPolicy, $"{PolicyLayer.SessionPolicy}");
        if (Cause == DecisionCause.NothingAllows && !lines.Exists(line => line.Layer == Layer))
        {
            lines.Add(new AccessExplanation
            {
                Layer = Layer,
                Path = $"{Layer}",
                Outcome = StatementOutcome.DoesNotMatch,
                Element = $"{Layer}",
                Expected = "a policy that allows the request",
                Actual = "none",
            });
        }

        if (Cause == DecisionCause.OutOfReach)
        {
            lines.Add(new AccessExplanation
            {
                Layer = Layer,
                Path = "Principal",
                Outcome = StatementOutcome.DoesNotMatch,
                Element = "Principal",
                Expected = view.RequiredCaller,
                Actual = $"{request.Principal}",
            });
        }

        return new ValueList<AccessExplanation>(lines);
    }

    private string Name => Layer switch
    {
        PolicyLayer.ServiceControlPolicy => "service control policy",
        PolicyLayer.ResourceControlPolicy => "resource control policy",
        PolicyLayer.ResourcePolicy => "resource-based policy",
        PolicyLayer.TrustPolicy => "role trust policy",
        PolicyLayer.IdentityPolicy => "identity-based policy",
        PolicyLayer.PermissionsBoundary => "permissions boundary",
        _ => "session policy",
    };

    private string WithArticle => Layer switch
    {
        PolicyLayer.TrustPolicy => $"the {Name}",
        PolicyLayer.IdentityPolicy => $"an {Name}",
        _ => $"a {Name}",
    };

    /// <summary>Why the first statement that would settle it, and that nobody can decide, is so; null when there is none.</summary>
    private string? Unclear(AccessRequest request, PolicyEffect effect) => Explain(request)
        .Where(line => line.Effect == effect && line.Outcome == StatementOutcome.NotDecided && CouldSettle(line.Layer, effect, request))
        .OrderByDescending(line => line.Layer == Layer)
        .FirstOrDefault()?.Actual;

    // In the resource's account its policy may do alone what the caller's own policies do not.
    private bool CouldSettle(PolicyLayer layer, PolicyEffect effect, AccessRequest request) =>
        layer == Layer
        || (effect == PolicyEffect.Allow
            && layer is PolicyLayer.ResourcePolicy or PolicyLayer.TrustPolicy
            && Layer is PolicyLayer.IdentityPolicy or PolicyLayer.PermissionsBoundary or PolicyLayer.SessionPolicy
            && new RequestView(request).IsOwn);

    private static void AddLevels(
        List<AccessExplanation> lines, RequestView request, PolicyLayer layer, ValueList<ValueList<PolicyDocument>> levels)
    {
        for (int level = 0; level < levels.Count; level++)
        {
            AddAll(lines, request, layer, levels[level], $"{layer}[{level}]");
        }
    }

    private static void AddAll(
        List<AccessExplanation> lines, RequestView request, PolicyLayer layer, ValueList<PolicyDocument> policies, string path)
    {
        for (int index = 0; index < policies.Count; index++)
        {
            Add(lines, request, layer, policies[index], $"{path}[{index}]");
        }
    }

    private static void Add(List<AccessExplanation> lines, RequestView request, PolicyLayer layer, PolicyDocument? policy, string path)
    {
        IReadOnlyList<StatementMatcher> statements = policy is null ? [] : PolicyMatcher.Of(policy).Statements;
        for (int index = 0; index < statements.Count; index++)
        {
            MatchNotes notes = new();
            MatchAnswer answer = statements[index].Match(layer, request, notes, out _);
            AccessExplanation line = new()
            {
                Layer = layer,
                Path = $"{path}.Statement[{index}]",
                Sid = statements[index].Statement.Sid,
                Effect = statements[index].Statement.Effect,
                Outcome = StatementOutcome.Matches,
            };
            lines.Add(answer switch
            {
                MatchAnswer.No => line with
                {
                    Outcome = StatementOutcome.DoesNotMatch,
                    Element = notes.Element,
                    Expected = notes.Expected,
                    Actual = notes.Actual,
                },
                MatchAnswer.NotDecided => line with
                {
                    Outcome = StatementOutcome.NotDecided,
                    Element = notes.NotDecidedElement,
                    Actual = notes.NotDecidedWhy,
                },
                _ => line,
            });
        }
    }
}
