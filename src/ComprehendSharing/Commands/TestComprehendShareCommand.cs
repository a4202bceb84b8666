using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsDiagnostic.Test, "ComprehendShare")]
[OutputType(typeof(ShareCheck), typeof(bool))]
public sealed class TestComprehendShareCommand : ModelCommand
{
    private readonly Dictionary<IAwsGateway, ShareChecker> _checkers = [];
    private bool _isPrincipalGiven;

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    [AllowNull]
    [AllowEmptyCollection]
    public PolicyPrincipal[]? Principal { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BundlePolicy]
    [AllowNull]
    public PolicyDocument? ImporterPolicy { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BundlePolicy]
    [AllowNull]
    public PolicyDocument? ImportRolePolicy { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BundlePolicy]
    [AllowNull]
    public PolicyDocument? ImportRoleTrustPolicy { get; set; }

    [Parameter]
    public string? ModelKmsKeyId { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PolicyPrincipal[]? AuthorizedPrincipal { get; set; }

    // Only what the command line gives is bound as yet.
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isPrincipalGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Principal));
    }

    private protected override void ProcessModel(ModelArn arn)
    {
        ShareChecker checker = UseCase(_checkers, arn, gateway => new ShareChecker(gateway));
        ValueList<ShareCheck> checks = checker.Check(new ShareCheckRequest
        {
            ModelArn = arn,
            Principal = [.. Principals().Select(principal => principal ?? PolicyPrincipal.Parse(string.Empty))],
            DataAccessRoleArn = DataAccessRoleArn,
            ImporterPolicy = ImporterPolicy,
            ImportRolePolicy = ImportRolePolicy,
            ImportRoleTrustPolicy = ImportRoleTrustPolicy,
            ModelKmsKeyId = string.IsNullOrEmpty(ModelKmsKeyId) ? null : ModelKmsKeyId,
        });
        if (Quiet)
        {
            WriteObject(checks.All(check => check.Result != ShareCheckResult.Fail));
        }
        else
        {
            WriteObject(checks, enumerateCollection: true);
        }
    }

    // The access to a key tells both who may use it and who may import; it is the latter who is checked.
    private PolicyPrincipal[] Principals() =>
        !_isPrincipalGiven && AuthorizedPrincipal is { Length: > 0 } authorized ? authorized : Principal ?? [];
}
