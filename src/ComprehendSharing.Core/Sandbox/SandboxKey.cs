using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>A KMS key of a sandbox.</summary>
/// <param name="KeyArn">The key.</param>
/// <param name="KeyState">The state in KMS's words: <c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</param>
/// <param name="KeyManager">Customer or AWS.</param>
/// <param name="Policy">The text of the key policy.</param>
public sealed record SandboxKey(KeyArn KeyArn, string KeyState, KeyManager KeyManager, string Policy);
