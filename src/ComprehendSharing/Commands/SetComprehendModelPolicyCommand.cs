using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Set, "ComprehendModelPolicy", SupportsShouldProcess = true, DefaultParameterSetName = "ResourcePolicy")]
[OutputType(typeof(ModelPolicy))]
public sealed class SetComprehendModelPolicyCommand : ModelCommand
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "ResourcePolicy")]
    [PolicyArgument]
    public PolicyDocument? ResourcePolicy { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PolicyRevisionId { get; set; }

    [Parameter]
    public SwitchParameter Merge { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    private protected override void ProcessModel(ModelArn arn)
    {
        PolicyDocument document = Path is null ? ResourcePolicy! : PolicyDocument.Parse(ReadFile(Path));
        ModelPolicySetter setter = new(Connect(arn.Region));
        string? revision = string.IsNullOrEmpty(PolicyRevisionId) ? null : PolicyRevisionId;
        ModelPolicyChange change = setter.Plan(new ModelPolicyRequest(arn, document, revision, Merge, Force));
        bool isDryRun = IsDryRun(Status);
        bool isAgreed = change.IsUnchanged || ((!IsPlanned(Status) || IsDryRun(false)) && ShouldProcess(arn.ToString(), Describe(change)));
        if (isAgreed || isDryRun)
        {
            ModelPolicy policy = isDryRun ? ModelPolicySetter.Preview(change) : setter.Apply(change);
            if (PassThru)
            {
                WriteObject(policy);
            }
        }
    }

    private static string Describe(ModelPolicyChange change) =>
        (change.Added.Count, change.RevisionId) switch
        {
            (0, _) => $"Set the resource policy in place of revision {change.RevisionId}",
            (_, null) => $"Set the resource policy, which lets {change.Added} import",
            _ => $"Set the resource policy in place of revision {change.RevisionId}, which lets {change.Added} import too",
        };
}
