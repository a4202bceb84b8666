// IAM's decision over all layers. What the layers contain is PolicyMatcher's matter; how they work together is here.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Decides requests as IAM does, by all policies that have a say.</summary>
/// <remarks>
/// <para>
/// An explicit deny of any layer wins. Control policies must allow at each level. In one account an identity policy or the
/// resource's policy is enough, but for KMS keys and for assuming a role, where the resource's policy must agree; an
/// account as its principal only lets identity policies decide. Across accounts both sides must allow.
/// Nothing is allowed across partitions, and across accounts no action on a KMS key that KMS confines to its account.
/// </para>
/// <para>
/// A permissions boundary and session policies limit what identity policies give, and what a resource's policy gives to a
/// role; not what it gives to a user, to a session or to everyone of its own account.
/// </para>
/// <para>
/// What is not implemented or not documented is named in <see cref="AccessDecision.Reason"/>: an Allow that uses it does not
/// allow, a Deny that uses it and would match without it denies. Where neither the resource's ARN nor
/// <c>aws:ResourceAccount</c> says whose it is, it is taken to be the caller's. KMS grants and service-linked roles are not
/// considered. Safe for several threads.
/// </para>
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>
/// </remarks>
public static class AccessEvaluator
{
    /// <summary>Decides one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="policies">The policies.</param>
    public static AccessDecision Evaluate(AccessRequest request, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policies);
        RequestView view = new(request);
        (DecisionCause cause, PolicyLayer layer) = Decide(view, policies);
        return DecisionStory.Tell(request, policies, cause, layer);
    }

    private static (DecisionCause Cause, PolicyLayer Layer) Decide(RequestView request, PolicySet policies)
    {
        PolicyLayer resourceLayer = request.IsAboutTrust ? PolicyLayer.TrustPolicy : PolicyLayer.ResourcePolicy;
        bool hasAccount = request.Principal.AccountId is not null;
        LayerVerdict resource = Match(policies.ResourcePolicy, resourceLayer, request);
        LayerVerdict identity = Match(policies.IdentityPolicy, PolicyLayer.IdentityPolicy, request);
        LayerVerdict boundary = Match(policies.PermissionsBoundary, PolicyLayer.PermissionsBoundary, request);
        LayerVerdict session = Match(policies.SessionPolicy, PolicyLayer.SessionPolicy, request);

        // Service control policies are about principals of accounts, and services are none.
        LayerVerdict serviceControl = hasAccount ? MatchLevels(policies.ServiceControlPolicy, PolicyLayer.ServiceControlPolicy, request) : Allowed();
        LayerVerdict resourceControl = MatchLevels(policies.ResourceControlPolicy, PolicyLayer.ResourceControlPolicy, request);
        ReadOnlySpan<(PolicyLayer Layer, LayerVerdict Verdict)> layers =
        [
            (PolicyLayer.ServiceControlPolicy, serviceControl),
            (PolicyLayer.ResourceControlPolicy, resourceControl),
            (resourceLayer, resource),
            (PolicyLayer.IdentityPolicy, identity),
            (PolicyLayer.PermissionsBoundary, boundary),
            (PolicyLayer.SessionPolicy, session),
        ];
        if (Denial(layers) is { } denial)
        {
            return denial;
        }

        if (!serviceControl.IsAllowed || !resourceControl.IsAllowed)
        {
            return (DecisionCause.NothingAllows, serviceControl.IsAllowed ? PolicyLayer.ResourceControlPolicy : PolicyLayer.ServiceControlPolicy);
        }

        bool isRoot = request.Principal.Kind == PrincipalKind.Account;
        (DecisionCause Cause, PolicyLayer Layer) own = isRoot
            ? (DecisionCause.AllowedToRoot, PolicyLayer.IdentityPolicy)
            : OwnPolicies(request, policies, identity, boundary, session);
        (DecisionCause Cause, PolicyLayer Layer) byResource = (DecisionCause.Allowed, resourceLayer);
        if (!hasAccount)
        {
            return resource.IsAllowed ? byResource : (DecisionCause.NothingAllows, resourceLayer);
        }

        if (request.RequiredCaller is not null)
        {
            return (DecisionCause.OutOfReach, resourceLayer);
        }

        bool isOwn = request.IsOwn;
        bool isMandatory = !isOwn || request.IsAboutKey || request.IsAboutTrust;
        if (isMandatory && !resource.IsAllowed)
        {
            return (DecisionCause.NothingAllows, resourceLayer);
        }

        if (isOwn && resource.Grant == GrantKind.Direct)
        {
            return byResource;
        }

        if (isOwn && resource.Grant == GrantKind.ToRole)
        {
            return Limits(policies, boundary, session) is { } limit ? (DecisionCause.NothingAllows, limit) : byResource;
        }

        return isMandatory && own.Cause == DecisionCause.Allowed ? (DecisionCause.AllowedByBoth, resourceLayer) : own;
    }

    /// <summary>The first layer that denies; else the first that might; null when none does.</summary>
    private static (DecisionCause Cause, PolicyLayer Layer)? Denial(ReadOnlySpan<(PolicyLayer Layer, LayerVerdict Verdict)> layers)
    {
        (DecisionCause, PolicyLayer)? unclear = null;
        foreach ((PolicyLayer layer, LayerVerdict verdict) in layers)
        {
            if (verdict.IsDenied)
            {
                return (DecisionCause.ExplicitDeny, layer);
            }

            unclear ??= verdict.IsDenyUnclear ? (DecisionCause.UnclearDeny, layer) : null;
        }

        return unclear;
    }

    /// <summary>What the caller's own policies say: the identity policies, within the boundary and the session.</summary>
    private static (DecisionCause Cause, PolicyLayer Layer) OwnPolicies(
        RequestView request, PolicySet policies, LayerVerdict identity, LayerVerdict boundary, LayerVerdict session)
    {
        if (!identity.IsAllowed)
        {
            return (DecisionCause.NothingAllows, PolicyLayer.IdentityPolicy);
        }

        // A federated user has nothing of the user who made the session but what session policies pass on.
        if (request.Principal.Kind == PrincipalKind.FederatedUser && !session.IsAllowed)
        {
            return (DecisionCause.NothingAllows, PolicyLayer.SessionPolicy);
        }

        return Limits(policies, boundary, session) is { } limit
            ? (DecisionCause.NothingAllows, limit)
            : (DecisionCause.Allowed, PolicyLayer.IdentityPolicy);
    }

    private static PolicyLayer? Limits(PolicySet policies, LayerVerdict boundary, LayerVerdict session)
    {
        if (policies.PermissionsBoundary is not null && !boundary.IsAllowed)
        {
            return PolicyLayer.PermissionsBoundary;
        }

        return policies.SessionPolicy.Count > 0 && !session.IsAllowed ? PolicyLayer.SessionPolicy : null;
    }

    private static LayerVerdict Match(PolicyDocument? policy, PolicyLayer layer, RequestView request)
    {
        LayerVerdict verdict = default;
        if (policy is not null)
        {
            PolicyMatcher.Of(policy).Match(layer, request, ref verdict);
        }

        return verdict;
    }

    private static LayerVerdict Match(ValueList<PolicyDocument> policies, PolicyLayer layer, RequestView request)
    {
        LayerVerdict verdict = default;
        for (int index = 0; index < policies.Count; index++)
        {
            PolicyMatcher.Of(policies[index]).Match(layer, request, ref verdict);
        }

        return verdict;
    }

    /// <summary>Each level must allow; a Deny of any level counts.</summary>
    private static LayerVerdict MatchLevels(ValueList<ValueList<PolicyDocument>> levels, PolicyLayer layer, RequestView request)
    {
        LayerVerdict all = Allowed();
        for (int index = 0; index < levels.Count; index++)
        {
            all = all.And(Match(levels[index], layer, request));
        }

        return all;
    }

    private static LayerVerdict Allowed()
    {
        LayerVerdict verdict = default;
        verdict.Add(isDeny: false, MatchAnswer.Yes, GrantKind.Direct);
        return verdict;
    }
}
