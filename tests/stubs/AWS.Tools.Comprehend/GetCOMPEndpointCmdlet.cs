// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPEndpoint-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Sharing;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>DescribeEndpoint.</summary>
[Cmdlet("Get", "COMPEndpoint")]
[OutputType("Amazon.Comprehend.Model.EndpointProperties")]
public class GetCOMPEndpointCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? EndpointArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "EndpointProperties";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        Func<DescribeEndpointResponse?, object?> select = Selector<DescribeEndpointResponse>(Select, response => response.EndpointProperties);
        WriteOutput(Call(
            "DescribeEndpoint", aws => new DescribeEndpointResponse { EndpointProperties = Read(aws.DescribeEndpoint(EndpointArn ?? string.Empty)) }, select));
    }

    private static EndpointProperties Read(ComprehendEndpoint endpoint) => new()
    {
        CreationTime = endpoint.CreationTime?.UtcDateTime,
        CurrentInferenceUnits = endpoint.CurrentInferenceUnits,
        DataAccessRoleArn = endpoint.DataAccessRoleArn?.ToString(),
        DesiredInferenceUnits = endpoint.DesiredInferenceUnits,
        EndpointArn = endpoint.EndpointArn,
        LastModifiedTime = endpoint.LastModifiedTime?.UtcDateTime,
        Message = endpoint.Message,
        ModelArn = endpoint.ModelArn.ToString(),
        Status = endpoint.Status,
    };
}
