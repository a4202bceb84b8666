using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsSecurity.Revoke, "ComprehendKmsAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(KeyAccess))]
public sealed class RevokeComprehendKmsAccessCommand : KeyAccessEditCommand
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    [AllowNull]
    [AllowEmptyCollection]
    public PolicyPrincipal[]? Principal { get; set; }

    private protected override IReadOnlyList<PolicyPrincipal> AuthorizedPrincipals => Principal ?? [];

    private protected override KeyAccessStatus Edited => KeyAccessStatus.Revoked;

    private protected override IKeyAccessEditor Editor(IAwsGateway gateway) => new KeyAccessRevoker(gateway, new ResourcePolicyEvaluator());
}
