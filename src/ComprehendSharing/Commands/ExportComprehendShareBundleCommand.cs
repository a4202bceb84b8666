using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsData.Export, "ComprehendShareBundle", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportComprehendShareBundleCommand : SharingCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SourceModelArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn? ModelArn { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    public AccountId? ImporterAccountId { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public PolicyPrincipal[] AuthorizedPrincipal { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? KmsKeyArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? LanguageCode { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? Warning { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    protected override void ProcessRecord() => ForItem(ModelArn, Export);

    private void Export()
    {
        ShareBundle bundle = ShareBundle.Create(
            ModelArn!,
            ImporterAccountId!,
            [.. AuthorizedPrincipal],
            KmsKeyArn,
            string.IsNullOrEmpty(LanguageCode) ? null : LanguageCode,
            CreatedAt ?? DateTimeOffset.UtcNow,
            [.. Warning ?? []]);

        // What was put together by hand must be a bundle that the importer can read.
        string text = ShareBundleFile.Write(bundle);
        _ = ShareBundleFile.Read(text);
        string path = ResolvePath(Path, Errors.FileNotWritable);
        if (Directory.Exists(path))
        {
            string version = ModelArn!.HasVersion ? $"-{ModelArn.VersionName}" : string.Empty;
            path = System.IO.Path.Combine(path, $"{ModelArn.Name}{version}-{ImporterAccountId}.json");
        }

        if (File.Exists(path) && !Force)
        {
            throw Errors.FileExists(path);
        }

        // What is only planned must not be handed to anybody.
        if (!IsPlanned(Status) && ShouldProcess(path, $"Write the bundle of {ModelArn} for {ImporterAccountId}"))
        {
            WriteFile(path, text);
            if (PassThru)
            {
                WriteObject(new FileInfo(path));
            }
        }
    }
}
