// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/KeyManagementService/Basic/Get-KMSKeyPolicy-Cmdlet.cs.
using System.Management.Automation;
using Amazon.KeyManagementService.Model;

namespace Amazon.PowerShell.Cmdlets.KMS;

/// <summary>GetKeyPolicy.</summary>
[Cmdlet("Get", "KMSKeyPolicy")]
[OutputType("System.String")]
public class GetKMSKeyPolicyCmdlet : AmazonKeyManagementServiceClientCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? KeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "Policy";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        const string Operation = "GetKeyPolicy";
        Func<GetKeyPolicyResponse?, object?> select = Selector<GetKeyPolicyResponse>(Select, response => response.Policy);
        WriteOutput(Call(
            Operation,
            aws =>
            {
                CheckPolicyName(Operation, PolicyName);
                return new GetKeyPolicyResponse { Policy = aws.GetKeyPolicy(ReadKey(Operation, KeyId)), PolicyName = "default" };
            },
            select));
    }
}
