using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsDiagnostic.Test, "ComprehendAccess", DefaultParameterSetName = "ResourcePolicy")]
[OutputType(typeof(AccessDecision), typeof(bool))]
public sealed class TestComprehendAccessCommand : SharingCommand
{
    // With -Quiet: whether all requests so far are allowed; null before the first.
    private bool? _isAllowed;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Caller")]
    [AccountIdLiteral]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^[a-z0-9-]+:[a-z0-9]+$")]
    [ArgumentCompleter(typeof(ActionCompleter))]
    public string[] Action { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "ModelArn")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public string[] Resource { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RequestContextArgument]
    public RequestContext? Context { get; set; }

    [Parameter]
    [PolicyArgument(Depth = 1)]
    public PolicyDocument[] IdentityPolicy { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "ResourcePolicy")]
    [PolicyArgument]
    public PolicyDocument? ResourcePolicy { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "KeyPolicy")]
    [PolicyArgument]
    public PolicyDocument? KeyPolicy { get; set; }

    [Parameter]
    [PolicyArgument(Depth = 2)]
    public PolicyDocument[][] ServiceControlPolicy { get; set; } = [];

    [Parameter]
    [PolicyArgument(Depth = 2)]
    public PolicyDocument[][] ResourceControlPolicy { get; set; } = [];

    [Parameter]
    [PolicyArgument]
    public PolicyDocument? PermissionsBoundary { get; set; }

    [Parameter]
    [PolicyArgument(Depth = 1)]
    public PolicyDocument[] SessionPolicy { get; set; } = [];

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void ProcessRecord()
    {
        PolicySet policies = new()
        {
            IdentityPolicy = [.. IdentityPolicy],
            ResourcePolicy = KeyPolicy ?? ResourcePolicy,
            ServiceControlPolicy = [.. ServiceControlPolicy.Select(level => new ValueList<PolicyDocument>(level))],
            ResourceControlPolicy = [.. ResourceControlPolicy.Select(level => new ValueList<PolicyDocument>(level))],
            PermissionsBoundary = PermissionsBoundary,
            SessionPolicy = [.. SessionPolicy],
        };
        foreach (AccessRequest request in
            from principal in Principal
            from action in Action
            from resource in Resource
            select new AccessRequest(principal, action, resource, Context ?? RequestContext.Empty))
        {
            bool isAllowed = false;
            ForItem(request.Action, () =>
            {
                AccessDecision decision = Decide(request, policies);
                isAllowed = decision.IsAllowed;
                if (!Quiet)
                {
                    WriteObject(decision);
                }
            });
            _isAllowed = _isAllowed != false && isAllowed;
        }
    }

    protected override void EndProcessing()
    {
        if (Quiet)
        {
            WriteObject(_isAllowed == true);
        }
    }

    private AccessDecision Decide(AccessRequest request, PolicySet policies) =>
        KeyPolicy is null || request.Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)
            ? AccessEvaluator.Evaluate(request, policies)
            : throw Errors.KeyPolicyForOtherAction(request.Action);
}
