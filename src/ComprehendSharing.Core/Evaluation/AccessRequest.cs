using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>The question that policies answer: may this principal do this to that resource, under these circumstances?</summary>
/// <param name="Principal">Who asks: a user, a role, a role session, an account root or a service.</param>
/// <param name="Action">What for, such as <c>kms:Decrypt</c>.</param>
/// <param name="Resource">The ARN of the resource.</param>
/// <param name="Context">The condition keys of the request and their values; keys have no case.</param>
public sealed record AccessRequest(
    PolicyPrincipal Principal, string Action, string Resource, IReadOnlyDictionary<string, string> Context);
