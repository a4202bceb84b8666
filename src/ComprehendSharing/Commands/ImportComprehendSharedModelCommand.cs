using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsData.Import, "ComprehendSharedModel", SupportsShouldProcess = true)]
[OutputType(typeof(ImportedModel))]
public sealed class ImportComprehendSharedModelCommand : AwsCommand
{
    private const int PollSeconds = 15;

    private readonly List<(IAwsGateway Gateway, ImportedModel Model)> _pending = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[] SourceModelArn { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KmsKeyArn")]
    [AllowNull]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? SourceKmsKeyArn { get; set; }

    [Parameter]
    public string? ModelName { get; set; }

    [Parameter]
    public string? VersionName { get; set; }

    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter]
    public string? ModelKmsKeyId { get; set; }

    [Parameter]
    public Hashtable? Tag { get; set; }

    [Parameter]
    public SwitchParameter Wait { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 3600;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in SourceModelArn)
        {
            ForItem(arn, () => Import(arn));
        }
    }

    // All imports are under way before the first is waited for.
    protected override void EndProcessing()
    {
        foreach ((IAwsGateway gateway, ImportedModel model) in _pending)
        {
            ForItem(model.SourceModelArn, () => WriteObject(Await(gateway, model)));
        }
    }

    private ImportedModel Await(IAwsGateway gateway, ImportedModel model)
    {
        try
        {
            return new ImportedModel(WaitUntilReady(gateway, model.ModelArn, "Importing a Comprehend model", TimeoutSec, PollSeconds));
        }
        catch (SharingException exception) when (exception is AwsServiceException or { Kind: ErrorKind.NotAuthenticated })
        {
            // The error is of AWS, and does not tell that the copy is made.
            WriteWarning($"{model.SourceModelArn}: its import goes on. Wait-ComprehendModel waits for the copy, {model.ModelArn}.");
            throw;
        }
    }

    private void Import(ModelArn arn)
    {
        IAwsGateway gateway = Connect(arn.Region);
        ModelImporter importer = new(gateway);
        ImportModelRequest call = importer.Check(new ImportRequest
        {
            SourceModelArn = arn,
            SourceKmsKeyArn = SourceKmsKeyArn,
            ModelName = ModelName,
            VersionName = VersionName,
            DataAccessRoleArn = DataAccessRoleArn,
            ModelKmsKeyId = ModelKmsKeyId,
            Tag = Tags(Tag),
            Force = Force,
        });
        if ((IsPlanned(Status) && !IsDryRun(false)) || !ShouldProcess(arn.ToString(), $"Import as {call.ModelName} {call.VersionName}".TrimEnd()))
        {
            if (IsDryRun(Status))
            {
                WriteObject(importer.Preview(call));
            }

            return;
        }

        ImportedModel model = importer.Apply(call, Cancellation);
        if (Wait)
        {
            _pending.Add((gateway, model));
        }
        else
        {
            WriteObject(model);
        }
    }
}
