// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Remove-COMPResourcePolicy-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>DeleteResourcePolicy.</summary>
[Cmdlet("Remove", "COMPResourcePolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("None")]
public class RemoveCOMPResourcePolicyCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PolicyRevisionId { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ResourceArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "*";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, ResourceArn, "Remove-COMPResourcePolicy (DeleteResourcePolicy)"))
        {
            return;
        }

        const string Operation = "DeleteResourcePolicy";
        Func<DeleteResourcePolicyResponse?, object?> select = Selector<DeleteResourcePolicyResponse>(Select, _ => null);
        WriteOutput(Call(
            Operation,
            aws =>
            {
                aws.DeleteResourcePolicy(ReadArn(Operation, "resourceArn", ResourceArn), PolicyRevisionId);
                return new DeleteResourcePolicyResponse();
            },
            select));
    }
}
