using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Aws;
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
    public ModelArn[] SourceModelArn { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KmsKeyArn")]
    [AllowNull]
    public KeyArn? SourceKmsKeyArn { get; set; }

    [Parameter]
    public string? ModelName { get; set; }

    [Parameter]
    public string? VersionName { get; set; }

    [Parameter(Position = 1)]
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
            ForItem(model.SourceModelArn, () => WriteObject(new ImportedModel(Await(gateway, model))));
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
            Tag = (Tag ?? []).Cast<DictionaryEntry>().ToDictionary(tag => $"{tag.Key}", tag => $"{tag.Value}"),
            Force = Force,
        });
        if (IsPlanned(Status) || !ShouldProcess(arn.ToString(), $"Import as {call.ModelName} {call.VersionName}".TrimEnd()))
        {
            if (IsDryRun(Status))
            {
                WriteObject(importer.Preview(call));
            }

            return;
        }

        ImportedModel model = importer.Apply(call);
        if (Wait)
        {
            _pending.Add((gateway, model));
        }
        else
        {
            WriteObject(model);
        }
    }

    private ComprehendModel Await(IAwsGateway gateway, ImportedModel model)
    {
        string source = model.SourceModelArn!.ToString();
        try
        {
            return new ModelWaiter(gateway).Wait(
                model.ModelArn,
                TimeSpan.FromSeconds(TimeoutSec),
                TimeSpan.FromSeconds(PollSeconds),
                (now, elapsed) => ShowProgress(source, ProgressRecordType.Processing, $"{now.Status} after {elapsed.TotalSeconds:F0} s"),
                Cancellation);
        }
        finally
        {
            ShowProgress(source, ProgressRecordType.Completed);
        }
    }

    // A record of its own each time: who reads the stream later must not find the last state in all of them.
    private void ShowProgress(string source, ProgressRecordType type, string? operation = null) =>
        WriteProgress(new ProgressRecord(1, "Importing a Comprehend model", source) { RecordType = type, CurrentOperation = operation });
}
