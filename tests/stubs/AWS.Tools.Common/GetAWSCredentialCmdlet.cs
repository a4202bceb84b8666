// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Common/CredentialsCmdlet.cs.
using System.Management.Automation;
using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Writes the credentials of a profile, or those of $StoredAWSCredentials.</summary>
[Cmdlet(VerbsCommon.Get, "AWSCredential")]
[OutputType("Amazon.Runtime.AWSCredentials")]
public sealed class GetAWSCredentialCmdlet : BaseCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    protected override void ProcessRecord()
    {
        object? stored = SessionState.PSVariable.GetValue("StoredAWSCredentials");
        AWSPSCredentials? shell = (stored is PSObject wrapped ? wrapped.BaseObject : stored) as AWSPSCredentials;
        AWSCredentials? credentials = ProfileName is null ? shell?.Credentials : new StubProfileCredentials(ProfileName);
        if (credentials is not null)
        {
            WriteObject(credentials);
        }
    }
}
