using System.Management.Automation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Remove, "ComprehendModelPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ModelPolicy))]
public sealed class RemoveComprehendModelPolicyCommand : ModelCommand
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PolicyRevisionId { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    private protected override void ProcessModel(ModelArn arn)
    {
        ModelPolicyRemover remover = new(Connect(arn.Region));
        ModelPolicy current = remover.Check(arn, string.IsNullOrEmpty(PolicyRevisionId) ? null : PolicyRevisionId);
        bool isDryRun = IsDryRun(Status);
        bool isAgreed = current.Document is null
            || ((!IsPlanned(Status) || IsDryRun(false)) && ShouldProcess(arn.ToString(), $"Remove the resource policy, which ends the access of {current.Principal}"));
        if (isAgreed || isDryRun)
        {
            ModelPolicy left = isDryRun ? current with { Status = ModelPolicyStatus.Planned } : remover.Apply(current);
            if (PassThru)
            {
                WriteObject(left);
            }
        }
    }
}
