// The decision of one resource-based policy alone. What else has a say (identity, boundary, session, organisation) is not here.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Decides requests by the policy of the resource: explicit deny, then allow, then implicit deny.</summary>
/// <remarks>
/// An account in Principal covers every principal of that account. What is not implemented is named in
/// <see cref="AccessDecision.Reason"/>: an Allow that uses it does not allow, a Deny that uses it and would match without it
/// denies. Safe for several threads.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>
/// </remarks>
public sealed class ResourcePolicyEvaluator : IAccessEvaluator
{
    /// <inheritdoc/>
    public AccessDecision Evaluate(AccessRequest request, PolicyDocument? resourcePolicy)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (resourcePolicy is null)
        {
            return new AccessDecision(
                AccessOutcome.ImplicitlyDenied, request, NothingAllows(request), ["The resource has no resource-based policy."]);
        }

        Tally tally = new();
        for (int index = 0; index < resourcePolicy.Statement.Count; index++)
        {
            PolicyStatement statement = resourcePolicy.Statement[index];
            tally.Add(index, statement, StatementMatcher.Match(resourcePolicy, statement, request));
        }

        (AccessOutcome outcome, string reason) = Decide(request, tally);
        return new AccessDecision(outcome, request, reason, new ValueList<string>(tally.Lines));
    }

    private static (AccessOutcome Outcome, string Reason) Decide(AccessRequest request, Tally tally)
    {
        if (tally.IsDenied)
        {
            return (AccessOutcome.ExplicitlyDenied, $"{NotAuthorized(request)} with an explicit deny in a resource-based policy");
        }

        if (tally.UnclearDeny is { } deny)
        {
            return (AccessOutcome.ExplicitlyDenied, $"{NotAuthorized(request)} because of a deny in a resource-based policy in which {deny}");
        }

        if (tally.IsAllowed)
        {
            return (AccessOutcome.Allowed, $"{Subject(request)} is authorized to perform: {request.Action} on resource: {request.Resource} by a resource-based policy");
        }

        string unclear = tally.UnclearAllow is { } allow ? $"; one might, but in it {allow}" : string.Empty;
        return (AccessOutcome.ImplicitlyDenied, NothingAllows(request) + unclear);
    }

    private static string NothingAllows(AccessRequest request) =>
        $"{NotAuthorized(request)} because no resource-based policy allows the {request.Action} action";

    private static string NotAuthorized(AccessRequest request) =>
        $"{Subject(request)} is not authorized to perform: {request.Action} on resource: {request.Resource}";

    private static string Subject(AccessRequest request) => $"User: {request.Principal}";

    /// <summary>What the statements so far amount to.</summary>
    private sealed class Tally
    {
        public List<string> Lines { get; } = [];

        public bool IsAllowed { get; private set; }

        public bool IsDenied { get; private set; }

        public string? UnclearAllow { get; private set; }

        public string? UnclearDeny { get; private set; }

        public void Add(int index, PolicyStatement statement, ElementMatch match)
        {
            bool isDeny = statement.Effect == PolicyEffect.Deny;
            if (match.Answer == MatchAnswer.Yes)
            {
                IsDenied |= isDeny;
                IsAllowed |= !isDeny;
            }
            else if (match.Answer == MatchAnswer.NotImplemented)
            {
                UnclearDeny ??= isDeny ? match.Why : null;
                UnclearAllow ??= isDeny ? null : match.Why;
            }

            string label = statement.Sid is null ? string.Empty : $" \"{statement.Sid}\"";
            string outcome = match.Answer switch
            {
                MatchAnswer.Yes => "matches",
                MatchAnswer.No => $"does not match. {match.Why}",
                _ => $"cannot be decided: {match.Why}",
            };
            Lines.Add($"Statement[{index}]{label} ({statement.Effect}) {outcome}");
        }
    }
}
