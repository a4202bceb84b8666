// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Write-COMPResourcePolicy-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>PutResourcePolicy.</summary>
[Cmdlet("Write", "COMPResourcePolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("System.String")]
public class WriteCOMPResourcePolicyCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyRevisionId { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ResourceArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ResourcePolicy { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "PolicyRevisionId";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, ResourceArn, "Write-COMPResourcePolicy (PutResourcePolicy)"))
        {
            return;
        }

        const string Operation = "PutResourcePolicy";
        Func<PutResourcePolicyResponse?, object?> select = Selector<PutResourcePolicyResponse>(Select, response => response.PolicyRevisionId);
        WriteOutput(Call(
            Operation,
            aws => new PutResourcePolicyResponse
            {
                PolicyRevisionId = aws.PutResourcePolicy(
                    ReadArn(Operation, "resourceArn", ResourceArn), ResourcePolicy ?? string.Empty, PolicyRevisionId),
            },
            select));
    }
}
