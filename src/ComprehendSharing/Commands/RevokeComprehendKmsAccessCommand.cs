using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

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

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public KeyAccessScope Scope { get; set; }

    private protected override KeyAccessScope EditedScope => Scope;

    private protected override IReadOnlyList<PolicyPrincipal> AuthorizedPrincipals => Principal ?? [];

    // Without -Principal everybody is meant. An object from the pipeline that names nobody must not come to mean everybody.
    private protected override bool IsForNobody =>
        MyInvocation.BoundParameters.ContainsKey(nameof(Principal)) && Principal is not { Length: > 0 };

    private protected override KeyAccessStatus Edited => KeyAccessStatus.Revoked;

    private protected override IKeyAccessEditor Editor(IAwsGateway gateway) => new KeyAccessRevoker(gateway, new ResourcePolicyEvaluator());
}
