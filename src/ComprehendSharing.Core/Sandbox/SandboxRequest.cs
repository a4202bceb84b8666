// One call on its way through the sandbox. It knows how to refuse itself in AWS's words.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>One call.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Service">The service's prefix in actions: comprehend, kms or sts.</param>
/// <param name="Operation">The API operation.</param>
/// <param name="Resource">What it is about, as the caller named it.</param>
internal sealed record SandboxRequest(SandboxCaller Caller, string Service, string Operation, string Resource)
{
    public string Action => $"{Service}:{Operation}";

    public bool IsWrite => Operation.StartsWith("Put", StringComparison.Ordinal)
        || Operation.StartsWith("Delete", StringComparison.Ordinal)
        || Operation.StartsWith("Import", StringComparison.Ordinal)
        || Operation.StartsWith("Create", StringComparison.Ordinal);

    /// <summary>Whether GetKeyPolicy answers what was there before the last write.</summary>
    public bool AnswersLate { get; set; }

    /// <summary>Refuses the call when the policies do not allow it.</summary>
    /// <param name="world">The sandbox.</param>
    /// <param name="resource">The ARN of the resource; what the caller named when null.</param>
    /// <param name="resourcePolicy">The policy of the resource; null when it has none.</param>
    public void Authorize(SandboxWorld world, string? resource = null, PolicyDocument? resourcePolicy = null) =>
        Authorize(world, ToAccessRequest(resource), resourcePolicy);

    /// <summary>Refuses the call when the policies do not allow one of the things that it takes.</summary>
    /// <param name="world">The sandbox.</param>
    /// <param name="needed">What it takes.</param>
    /// <param name="resourcePolicy">The policy of the resource; null when it has none.</param>
    public void Authorize(SandboxWorld world, AccessRequest needed, PolicyDocument? resourcePolicy)
    {
        AccessDecision decision = world.Authorization.DecideCall(needed, Caller.Region, resourcePolicy);
        if (!decision.IsAllowed)
        {
            throw Refuse("AccessDeniedException", decision.Reason);
        }
    }

    /// <summary>Refuses the call when the policies do not allow all that it takes; none of it has a policy of its own.</summary>
    /// <param name="world">The sandbox.</param>
    /// <param name="needed">What it takes, in the order in which it is asked.</param>
    public void Authorize(SandboxWorld world, IEnumerable<AccessRequest> needed)
    {
        foreach (AccessRequest one in needed)
        {
            Authorize(world, one, resourcePolicy: null);
        }
    }

    /// <summary>The call as policies see it.</summary>
    /// <param name="resource">The ARN of the resource; what the caller named when null.</param>
    public AccessRequest ToAccessRequest(string? resource = null) => new(Caller.Principal, Action, resource ?? Resource, RequestContext.Empty);

    // AWS names no item in its errors, and whoever listed everything gave none.
    public AwsServiceException Refuse(string errorCode, string message) =>
        new(Operation, errorCode, message, target: Resource == SandboxGateway.Everything ? null : Resource);
}
