using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>Who calls, and the region of the endpoint.</summary>
internal sealed record SandboxCaller(PolicyPrincipal Principal, string Region)
{
    public AccountId AccountId => Principal.AccountId!;

    public string Partition => Principal.Partition!;
}
