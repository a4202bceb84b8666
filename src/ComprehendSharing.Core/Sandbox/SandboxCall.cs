using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>One call to a sandbox.</summary>
/// <param name="Sequence">Its place among all calls, from 1.</param>
/// <param name="Operation">The API operation, such as <c>PutKeyPolicy</c>.</param>
/// <param name="Principal">Who called.</param>
/// <param name="Resource">What the call was about, as the caller named it; <c>*</c> for lists and GetCallerIdentity.</param>
/// <param name="IsWrite">Whether the operation changes something when it succeeds.</param>
/// <param name="Error">AWS's error code; null when the call succeeded.</param>
public sealed record SandboxCall(
    int Sequence, string Operation, PolicyPrincipal Principal, string Resource, bool IsWrite, string? Error);
