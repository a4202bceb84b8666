// One call on its way through the sandbox. It knows how to refuse itself in AWS's words.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;

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
        || Operation.StartsWith("Import", StringComparison.Ordinal);

    /// <summary>Whether GetKeyPolicy answers what was there before the last write.</summary>
    public bool AnswersLate { get; set; }

    public AccessRequest ToAccessRequest(string? resource = null) =>
        new(Caller.Principal, Action, resource ?? Resource, RequestContext.Empty);

    public AwsServiceException Refuse(string errorCode, string message) => new(Operation, errorCode, message, target: Resource);

    public AwsServiceException Deny(string reason) => Refuse("AccessDeniedException", reason);

    /// <summary>For a resource of another account that the caller cannot be given access to by a policy.</summary>
    public AwsServiceException Deny() => Deny(new ResourcePolicyEvaluator().Evaluate(ToAccessRequest(), resourcePolicy: null).Reason);
}
