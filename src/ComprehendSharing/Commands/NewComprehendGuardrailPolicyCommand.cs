using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendGuardrailPolicy")]
[OutputType(typeof(PolicyDocument))]
public sealed class NewComprehendGuardrailPolicyCommand : SharingCommand
{
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GuardrailKey[] RequireKey { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn[] VolumeKmsKey { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn[] ModelKmsKey { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn[] OutputKmsKey { get; set; } = [];

    [Parameter]
    public SwitchParameter RequireVpc { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] SecurityGroupId { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] SubnetId { get; set; } = [];

    [Parameter]
    public PolicyEffect Effect { get; set; } = PolicyEffect.Deny;

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ComprehendActionCompleter))]
    public string[] Action { get; set; } = [];

    protected override void ProcessRecord() => ForItem(null, WritePolicy);

    private void WritePolicy()
    {
        Guardrail guardrail = new()
        {
            RequiredKey = [.. RequireKey],
            VolumeKmsKey = [.. VolumeKmsKey],
            ModelKmsKey = [.. ModelKmsKey],
            OutputKmsKey = [.. OutputKmsKey],
            RequiresVpc = RequireVpc,
            SecurityGroupId = [.. SecurityGroupId],
            SubnetId = [.. SubnetId],
            Action = [.. Action],
        };
        PolicyDocument policy = Effect == PolicyEffect.Deny ? GuardrailTemplate.Deny(guardrail) : GuardrailTemplate.Allow(guardrail);
        foreach (GuardrailGap gap in GuardrailTemplate.FindGaps(guardrail))
        {
            WriteWarning($"{gap.Action} is not held to {gap.Key}: its requests never carry that, or may rightly leave it out.");
        }

        WriteObject(policy);
    }
}
