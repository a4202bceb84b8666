// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPResourcePolicy-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>DescribeResourcePolicy.</summary>
[Cmdlet("Get", "COMPResourcePolicy")]
[OutputType("Amazon.Comprehend.Model.DescribeResourcePolicyResponse")]
public class GetCOMPResourcePolicyCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? ResourceArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "*";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        const string Operation = "DescribeResourcePolicy";
        Func<DescribeResourcePolicyResponse?, object?> select = Selector<DescribeResourcePolicyResponse>(Select, response => response);
        WriteOutput(Call(Operation, aws => Read(aws.DescribeResourcePolicy(ReadArn(Operation, "resourceArn", ResourceArn))), select));
    }

    private static DescribeResourcePolicyResponse Read(ResourcePolicyDescription policy) => new()
    {
        CreationTime = policy.CreationTime?.UtcDateTime,
        LastModifiedTime = policy.LastModifiedTime?.UtcDateTime,
        PolicyRevisionId = policy.RevisionId,
        ResourcePolicy = policy.Policy,
    };
}
