// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Common/CredentialsCmdlet.cs and AWSCredentialsArgumentsFull.cs. Only what
// sets the variable of the shell; nothing is stored.
using System.Management.Automation;
using Amazon.Runtime;

namespace Amazon.PowerShell.Common;

/// <summary>Sets $StoredAWSCredentials.</summary>
[Cmdlet(VerbsCommon.Set, "AWSCredential")]
[OutputType("None")]
public sealed class SetAWSCredentialCmdlet : BaseCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true, ParameterSetName = "BasicOrSession")]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true, ParameterSetName = "BasicOrSession")]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "BasicOrSession")]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true, ParameterSetName = "StoredProfile")]
    [Alias("StoredCredentials", "AWSProfileName")]
    public string? ProfileName { get; set; }

    [Parameter(ValueFromPipeline = true, Mandatory = true, ParameterSetName = "AWSCredentials")]
    public AWSCredentials? Credential { get; set; }

    protected override void ProcessRecord()
    {
        AWSCredentials credentials = ParameterSetName switch
        {
            "StoredProfile" => new StubProfileCredentials(ProfileName!),
            "AWSCredentials" => Credential!,
            _ when string.IsNullOrEmpty(SessionToken) => new BasicAWSCredentials(AccessKey, SecretKey),
            _ => new SessionAWSCredentials(AccessKey, SecretKey, SessionToken),
        };
        SessionState.PSVariable.Set("StoredAWSCredentials", new AWSPSCredentials(credentials, ProfileName ?? ParameterSetName));
    }
}
