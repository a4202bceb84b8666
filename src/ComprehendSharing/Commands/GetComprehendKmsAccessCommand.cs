using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendKmsAccess")]
[OutputType(typeof(KeyAccess))]
public sealed class GetComprehendKmsAccessCommand : ModelCommand
{
    private readonly Dictionary<IAwsGateway, KeyAccessReader> _readers = [];

    [Parameter(Position = 1)]
    [AccountIdLiteral]
    [ValidateNotNullOrEmpty]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "KeyId", "ModelKmsKeyId")]
    [AllowNull]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyReference? KeyArn { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public KeyAccessScope[] Scope { get; set; } = [];

    private protected override void ProcessModel(ModelArn arn)
    {
        KeyAccessReader reader = UseCase(_readers, arn, gateway => new KeyAccessReader(gateway));
        foreach (KeyAccess access in reader.Read(arn, KeyArn).Where(IsAsked))
        {
            foreach (string warning in access.Warning)
            {
                WriteWarning($"{arn}: {warning}");
            }

            WriteObject(access);
        }
    }

    private bool IsAsked(KeyAccess access) =>
        (Principal.Length == 0 || access.Principal.Intersect(Principal).Any())
        && (Scope.Length == 0 || Scope.Contains(access.Scope));
}
