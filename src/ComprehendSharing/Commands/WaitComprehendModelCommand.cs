using System.Management.Automation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsLifecycle.Wait, "ComprehendModel")]
[OutputType(typeof(ComprehendModel))]
public sealed class WaitComprehendModelCommand : ModelCommand
{
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    [Parameter]
    [ValidateRange(1, 3600)]
    public int PollSec { get; set; } = 15;

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    // What a dry run would have made is never there to be waited for.
    private protected override void ProcessModel(ModelArn arn)
    {
        if (IsPlanned(Status))
        {
            WriteVerbose($"{arn} is only planned, so there is nothing to wait for.");
            return;
        }

        WriteObject(WaitUntilReady(Connect(arn.Region), arn, "Waiting for a Comprehend model", TimeoutSec, PollSec));
    }
}
