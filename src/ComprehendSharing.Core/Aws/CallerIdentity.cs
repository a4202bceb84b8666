using ComprehendSharing.Identity;

namespace ComprehendSharing.Aws;

/// <summary>Whose credentials are in use, as STS GetCallerIdentity answers.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Arn">The user, role session or root.</param>
/// <remarks><see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</see></remarks>
public sealed record CallerIdentity(AccountId AccountId, PolicyPrincipal Arn);
