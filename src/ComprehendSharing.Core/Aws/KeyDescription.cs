using ComprehendSharing.Identity;

namespace ComprehendSharing.Aws;

/// <summary>What KMS DescribeKey answers, as far as sharing needs it.</summary>
/// <param name="KeyArn">The key.</param>
/// <param name="KeyState">The state in KMS's words: <c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</param>
/// <param name="KeyManager">Customer or AWS.</param>
/// <remarks><see href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html">KeyMetadata</see></remarks>
public sealed record KeyDescription(KeyArn KeyArn, string KeyState, KeyManager KeyManager);
