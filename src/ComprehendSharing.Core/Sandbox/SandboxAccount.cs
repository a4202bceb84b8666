using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>An account of a sandbox.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="Principal">Its users and roles. Those that are not listed do not exist.</param>
/// <param name="ControlPolicy">The service control policies on it, FullAWSAccess included; empty when it is in no organisation.</param>
public sealed record SandboxAccount(
    AccountId AccountId, ValueList<SandboxPrincipal> Principal, ValueList<PolicyDocument> ControlPolicy)
{
    /// <summary>The names of its profiles, in the order of the scenario.</summary>
    public ValueList<string> Profile => new(Principal.Select(principal => principal.ProfileName).OfType<string>());
}
