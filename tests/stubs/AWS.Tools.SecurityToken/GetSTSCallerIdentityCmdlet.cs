// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/SecurityToken/Basic/Get-STSCallerIdentity-Cmdlet.cs.
using System.Management.Automation;
using Amazon.SecurityToken.Model;
using ComprehendSharing.Aws;

namespace Amazon.PowerShell.Cmdlets.STS;

/// <summary>GetCallerIdentity.</summary>
[Cmdlet("Get", "STSCallerIdentity")]
[OutputType("Amazon.SecurityToken.Model.GetCallerIdentityResponse")]
public class GetSTSCallerIdentityCmdlet : AmazonSecurityTokenServiceClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "*";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        Func<GetCallerIdentityResponse?, object?> select = Selector<GetCallerIdentityResponse>(Select, response => response);
        WriteOutput(Call("GetCallerIdentity", aws => Read(aws.GetCallerIdentity()!), select));
    }

    // The unique id has four letters that say what it is the id of; the rest means nothing here.
    private static GetCallerIdentityResponse Read(CallerIdentity caller)
    {
        string arn = caller.Arn.Value;
        string account = caller.AccountId.ToString();
        return new GetCallerIdentityResponse
        {
            Account = account,
            Arn = arn,
            UserId = arn switch
            {
                _ when arn.Contains(":assumed-role/", StringComparison.Ordinal) => $"AROAEXAMPLE{account}:{arn[(arn.LastIndexOf('/') + 1)..]}",
                _ when arn.Contains(":user/", StringComparison.Ordinal) => $"AIDAEXAMPLE{account}",
                _ => account,
            },
        };
    }
}
