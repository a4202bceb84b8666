using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendModelPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.None)]
[OutputType(typeof(ModelPolicy))]
public sealed class NewComprehendModelPolicyCommand : SharingCommand
{
    // The policy names no model, so that one text serves all models for the same principals.
    private PolicyPrincipal[]? _authoredFor;
    private ValueList<PolicyPrincipal> _principals = [];
    private PolicyDocument? _document;
    private bool _asks;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[]? ModelArn { get; set; }

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] ServicePrincipal { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sid { get; set; }

    protected override void BeginProcessing() => _asks = IsDryRun(isPlanned: false) || MyInvocation.BoundParameters.ContainsKey("Confirm");

    protected override void ProcessRecord()
    {
        if (ModelArn is not { Length: > 0 })
        {
            ForItem(null, () => Write(null));
            return;
        }

        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => Write(arn));
        }
    }

    private void Write(ModelArn? arn)
    {
        if (_authoredFor != Principal)
        {
            _principals = [.. Principal.Concat(ServicePrincipal.Select(Service)).Distinct()];
            _document = ModelPolicyTemplate.Create(_principals, Sid);
            _authoredFor = Principal;
        }

        if (arn is not null)
        {
            Grantees.CheckPartition(_principals, arn);
        }

        // Nothing is changed here. Under -WhatIf the object is planned, and so is all that a later cmdlet does with it.
        bool isDry = _asks && !ShouldProcess(arn?.ToString() ?? "any model version", "Author a resource policy");
        WriteObject(new ModelPolicy
        {
            ModelArn = arn,
            Document = _document,
            Principal = _principals,
            Status = isDry ? ModelPolicyStatus.Planned : ModelPolicyStatus.None,
        });
    }

    private static PolicyPrincipal Service(string name) =>
        PolicyPrincipal.TryParse(name, out PolicyPrincipal? principal) && principal.Kind == PrincipalKind.Service
            ? principal
            : throw Errors.InvalidServicePrincipal(name);
}
