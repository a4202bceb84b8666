using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(ComprehendEndpoint))]
public sealed class NewComprehendEndpointCommand : ModelCommand
{
    private const int PollSeconds = 15;

    [Parameter(Mandatory = true, Position = 1)]
    public string EndpointName { get; set; } = string.Empty;

    [Parameter]
    [Alias("DesiredInferenceUnits")]
    [ValidateRange(1, int.MaxValue)]
    public int DesiredInferenceUnit { get; set; } = 1;

    [Parameter]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter]
    public Hashtable? Tag { get; set; }

    [Parameter]
    public string? ClientRequestToken { get; set; }

    [Parameter]
    public SwitchParameter Wait { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    private protected override void ProcessModel(ModelArn arn)
    {
        IAwsGateway gateway = Connect(arn.Region);
        EndpointCreator creator = new(gateway);
        CreateEndpointRequest request = Request(arn);
        ComprehendEndpoint planned = creator.Check(request, IsPlanned(Status));
        if ((IsPlanned(Status) && !IsDryRun(false)) || !ShouldProcess(planned.EndpointArn, $"Serve {arn} with {DesiredInferenceUnit} inference unit(s)"))
        {
            if (PassThru && IsDryRun(Status))
            {
                WriteObject(planned);
            }

            return;
        }

        ComprehendEndpoint endpoint = creator.Apply(request);
        WriteObject(Wait ? WaitUntilInService(gateway, endpoint) : endpoint);
    }

    private CreateEndpointRequest Request(ModelArn arn)
    {
        CreateEndpointRequest request = new()
        {
            EndpointName = EndpointName,
            ModelArn = arn,
            DesiredInferenceUnits = DesiredInferenceUnit,
            DataAccessRoleArn = DataAccessRoleArn,
            Tag = Tags(Tag),
        };
        return ClientRequestToken is null ? request : request with { ClientRequestToken = ClientRequestToken };
    }

    private ComprehendEndpoint WaitUntilInService(IAwsGateway gateway, ComprehendEndpoint endpoint) =>
        WithProgress("Making a Comprehend endpoint", endpoint.EndpointArn, show => new EndpointWaiter(gateway).Wait(
            endpoint.EndpointArn,
            TimeSpan.FromSeconds(TimeoutSec),
            TimeSpan.FromSeconds(PollSeconds),
            (now, elapsed) => show(now.Status, elapsed),
            Cancellation));
}
