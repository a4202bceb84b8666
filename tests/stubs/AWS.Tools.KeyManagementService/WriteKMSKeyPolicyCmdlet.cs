// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/KeyManagementService/Basic/Write-KMSKeyPolicy-Cmdlet.cs.
using System.Management.Automation;
using Amazon.KeyManagementService.Model;

namespace Amazon.PowerShell.Cmdlets.KMS;

/// <summary>PutKeyPolicy.</summary>
[Cmdlet("Write", "KMSKeyPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("None")]
public class WriteKMSKeyPolicyCmdlet : AmazonKeyManagementServiceClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? BypassPolicyLockoutSafetyCheck { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? KeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Policy { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "*";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, KeyId, "Write-KMSKeyPolicy (PutKeyPolicy)"))
        {
            return;
        }

        const string Operation = "PutKeyPolicy";
        Func<PutKeyPolicyResponse?, object?> select = Selector<PutKeyPolicyResponse>(Select, _ => null);
        if (BypassPolicyLockoutSafetyCheck == true)
        {
            throw new NotSupportedException("The sandbox always makes the lockout check.");
        }

        WriteOutput(Call(
            Operation,
            aws =>
            {
                CheckPolicyName(Operation, PolicyName);
                aws.PutKeyPolicy(ReadKey(Operation, KeyId), Policy ?? string.Empty);
                return new PutKeyPolicyResponse();
            },
            select));
    }
}
