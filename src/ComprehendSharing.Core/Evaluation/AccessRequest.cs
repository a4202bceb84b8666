using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>The question that policies answer: may this principal do this to that resource, under these circumstances?</summary>
/// <param name="Principal">Who asks: a user, a role, a role session, an account's root, a service; <c>*</c> for somebody without credentials.</param>
/// <param name="Action">What for, such as <c>kms:Decrypt</c>.</param>
/// <param name="Resource">The ARN of the resource; <c>*</c> for an action that is about none.</param>
/// <param name="Context">The condition keys of the request.</param>
/// <remarks>
/// What follows from the principal and the resource need not be in the context: <c>aws:PrincipalArn</c>,
/// <c>aws:PrincipalAccount</c>, <c>aws:PrincipalType</c>, <c>aws:username</c>, <c>aws:PrincipalIsAWSService</c>,
/// <c>aws:PrincipalServiceName</c>, <c>aws:ResourceAccount</c>, <c>aws:RequestedRegion</c>, <c>kms:CallerAccount</c>, and
/// <c>aws:userid</c> of an account's root and of a federated user. What is there has precedence.
/// </remarks>
public sealed record AccessRequest(PolicyPrincipal Principal, string Action, string Resource, RequestContext Context);
