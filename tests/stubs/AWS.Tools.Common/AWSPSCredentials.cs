using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>
/// What $StoredAWSCredentials holds. Nobody outside can look into it. Facts: modules/AWSPowerShell/Common/CredentialsArguments.cs.
/// </summary>
public class AWSPSCredentials
{
    internal AWSPSCredentials(AWSCredentials credentials, string name)
    {
        Credentials = credentials;
        Name = name;
    }

    internal AWSCredentials Credentials { get; }

    internal string Name { get; }

    public override string ToString() => Name;
}
