namespace ComprehendSharing.Sandbox;

/// <summary>All that is in a sandbox at one moment.</summary>
/// <param name="Region">The region of callers that name none.</param>
/// <param name="Account">The accounts.</param>
/// <param name="Key">The keys, with their policies.</param>
/// <param name="Model">The models, with their policies; imported ones behind those of the scenario.</param>
/// <param name="Call">The calls so far, in order.</param>
public sealed record SandboxState(
    string Region,
    ValueList<SandboxAccount> Account,
    ValueList<SandboxKey> Key,
    ValueList<SandboxModel> Model,
    ValueList<SandboxCall> Call);
