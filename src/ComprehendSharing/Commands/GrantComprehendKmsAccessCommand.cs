using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsSecurity.Grant, "ComprehendKmsAccess", SupportsShouldProcess = true)]
[OutputType(typeof(KeyAccess))]
public sealed class GrantComprehendKmsAccessCommand : KeyAccessEditCommand
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter]
    [AccountIdLiteral]
    [ValidateNotNullOrEmpty]
    public PolicyPrincipal[]? KeyPrincipal { get; set; }

    [Parameter]
    public KeyAccessScope Scope { get; set; }

    private protected override KeyAccessScope EditedScope => Scope;

    private protected override IReadOnlyList<PolicyPrincipal> AuthorizedPrincipals => Principal;

    private protected override IReadOnlyList<PolicyPrincipal> KeyPrincipals => KeyPrincipal ?? Principal;

    private protected override KeyAccessStatus Edited => KeyAccessStatus.Granted;

    private protected override IKeyAccessEditor Editor(IAwsGateway gateway) => new KeyAccessGranter(gateway, new ResourcePolicyEvaluator());
}
