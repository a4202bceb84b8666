using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendKmsAccess")]
[OutputType(typeof(KeyAccess))]
public sealed class GetComprehendKmsAccessCommand : AwsCommand
{
    private readonly Dictionary<IAwsGateway, KeyAccessReader> _readers = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[] ModelArn { get; set; } = [];

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

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => WriteAccess(arn));
        }
    }

    private void WriteAccess(ModelArn arn)
    {
        IAwsGateway gateway = Connect(arn.Region);
        if (!_readers.TryGetValue(gateway, out KeyAccessReader? reader))
        {
            reader = new KeyAccessReader(gateway);
            _readers.Add(gateway, reader);
        }

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
