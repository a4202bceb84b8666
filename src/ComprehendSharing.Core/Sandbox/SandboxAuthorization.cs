// Who may do what in a sandbox: what its scenario's policies say, all of them.
using System.Globalization;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>Decides the calls of a sandbox by the policies of its scenario.</summary>
internal sealed class SandboxAuthorization(SandboxScenario scenario, TimeProvider clock)
{
    /// <summary>Decides a call.</summary>
    /// <param name="call">The call, without the condition keys that every call has.</param>
    /// <param name="region">The region of the endpoint.</param>
    /// <param name="resourcePolicy">The policy of the resource; null when it has none.</param>
    public AccessDecision DecideCall(AccessRequest call, string region, PolicyDocument? resourcePolicy)
    {
        DateTimeOffset now = clock.GetUtcNow();
        RequestContext all = call.Context
            .With("aws:CurrentTime", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
            .With("aws:EpochTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .With("aws:RequestedRegion", region)
            .With("aws:SecureTransport", "true")
            .With("aws:ViaAWSService", "false");
        return Decide(call with { Context = all }, resourcePolicy);
    }

    /// <summary>Decides a request, by the policies of its principal and of the resource.</summary>
    public AccessDecision Decide(AccessRequest request, PolicyDocument? resourcePolicy)
    {
        SandboxAccount? account = scenario.Account.FirstOrDefault(known => known.AccountId == request.Principal.AccountId);
        SandboxPrincipal? principal = account?.Principal.FirstOrDefault(known => IsOf(known, request.Principal));
        RequestContext context = principal is null ? request.Context : request.Context.With("aws:PrincipalArn", principal.Arn.Value);
        return AccessEvaluator.Evaluate(request with { Context = context }, new PolicySet
        {
            IdentityPolicy = principal?.Policy ?? [],
            ResourcePolicy = resourcePolicy,
            ServiceControlPolicy = account is { ControlPolicy.Count: > 0 } ? [account.ControlPolicy] : [],
        });
    }

    /// <summary>Whether Comprehend may assume a role for a model or an endpoint.</summary>
    public static AccessDecision DecideAssumeRole(SandboxPrincipal role, Arn source) => AccessEvaluator.Evaluate(
        TrainingUse.AssumeRole(RoleArn.Parse(role.Arn.Value), source), new PolicySet { ResourcePolicy = role.TrustPolicy });

    /// <summary>A role of the scenario.</summary>
    public SandboxPrincipal? FindRole(RoleArn role) => scenario.Account
        .SelectMany(account => account.Principal)
        .FirstOrDefault(principal => principal.Arn.Value == role.Value);

    private static bool IsOf(SandboxPrincipal known, PolicyPrincipal caller) =>
        known.Arn == caller || PrincipalMatcher.IsSessionOf(known.Arn, caller);
}
