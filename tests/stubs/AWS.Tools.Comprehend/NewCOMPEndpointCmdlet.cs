// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/New-COMPEndpoint-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>CreateEndpoint. The flywheel is left out.</summary>
[Cmdlet("New", "COMPEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("System.String")]
public class NewCOMPEndpointCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientRequestToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DataAccessRoleArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowNull]
    [Alias("DesiredInferenceUnits")]
    public int? DesiredInferenceUnit { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? EndpointName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    public Tag[]? Tag { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "EndpointArn";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, EndpointName, "New-COMPEndpoint (CreateEndpoint)"))
        {
            return;
        }

        const string Operation = "CreateEndpoint";
        Func<CreateEndpointResponse?, object?> select = Selector<CreateEndpointResponse>(Select, response => response.EndpointArn);
        WriteOutput(Call(
            Operation, aws => new CreateEndpointResponse { EndpointArn = aws.CreateEndpoint(Request(Operation)), ModelArn = ModelArn }, select));
    }

    private ComprehendSharing.Aws.CreateEndpointRequest Request(string operation) => new()
    {
        EndpointName = EndpointName ?? string.Empty,
        ModelArn = ReadArn(operation, "modelArn", ModelArn),
        DesiredInferenceUnits = DesiredInferenceUnit ?? 0,
        DataAccessRoleArn = DataAccessRoleArn is null ? null : ReadRole(operation, DataAccessRoleArn),
        Tag = (Tag ?? []).ToDictionary(tag => tag.Key!, tag => tag.Value ?? string.Empty),
        ClientRequestToken = ClientRequestToken ?? $"{Guid.NewGuid()}",
    };
}
