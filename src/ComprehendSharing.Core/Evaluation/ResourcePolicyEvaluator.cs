using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Decides requests by the policy of the resource alone: explicit deny, then allow, then implicit deny.</summary>
/// <remarks>
/// It answers what the owner of a resource can answer: whether its policy lets somebody in. What the caller's own account
/// says is <see cref="AccessEvaluator"/>'s matter. An account in Principal covers every principal of that account. Safe for
/// several threads.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>
/// </remarks>
public sealed class ResourcePolicyEvaluator : IAccessEvaluator
{
    /// <inheritdoc/>
    public AccessDecision Evaluate(AccessRequest request, PolicyDocument? resourcePolicy)
    {
        ArgumentNullException.ThrowIfNull(request);
        LayerVerdict verdict = default;
        if (resourcePolicy is not null)
        {
            PolicyMatcher.Of(resourcePolicy).Match(PolicyLayer.ResourcePolicy, new RequestView(request), ref verdict);
        }

        DecisionCause cause = verdict switch
        {
            { IsDenied: true } => DecisionCause.ExplicitDeny,
            { IsDenyUnclear: true } => DecisionCause.UnclearDeny,
            { IsAllowed: true } => DecisionCause.Allowed,
            _ => DecisionCause.NothingAllows,
        };
        return DecisionStory.Tell(request, new PolicySet { ResourcePolicy = resourcePolicy }, cause, PolicyLayer.ResourcePolicy);
    }
}
