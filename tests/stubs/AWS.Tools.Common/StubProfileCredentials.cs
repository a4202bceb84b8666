using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>The credentials of a profile of the sandbox. Its keys are no keys.</summary>
public sealed class StubProfileCredentials(string profileName) : AWSCredentials
{
    public string ProfileName { get; } = profileName;

    public override ImmutableCredentials GetCredentials() => new($"STUB{ProfileName}", $"secret of {ProfileName}", null);
}
