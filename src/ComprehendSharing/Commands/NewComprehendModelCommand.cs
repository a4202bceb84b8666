using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendModel", SupportsShouldProcess = true, DefaultParameterSetName = Classifier)]
[OutputType(typeof(ComprehendModel))]
public sealed class NewComprehendModelCommand : TrainingCommand
{
    private const string Classifier = nameof(ModelKind.DocumentClassifier);
    private const string Recognizer = nameof(ModelKind.EntityRecognizer);
    private const int PollSeconds = 15;

    [Parameter(Mandatory = true, ParameterSetName = Classifier)]
    [Parameter(ParameterSetName = Recognizer)]
    [Alias("InputDataConfig_S3Uri")]
    public S3Uri? InputS3Uri { get; set; }

    [Parameter]
    [Alias("InputDataConfig_DataFormat")]
    [ValidateSet(TrainingData.ComprehendCsv, TrainingData.AugmentedManifest)]
    public string? DataFormat { get; set; }

    [Parameter]
    public string[]? AttributeName { get; set; }

    [Parameter(ParameterSetName = Classifier)]
    [ValidateSet("MULTI_CLASS", "MULTI_LABEL")]
    public string? Mode { get; set; }

    [Parameter(ParameterSetName = Classifier)]
    [Alias("OutputDataConfig_S3Uri")]
    public S3Uri? OutputS3Uri { get; set; }

    [Parameter(ParameterSetName = Classifier)]
    [Alias("OutputDataConfig_KmsKeyId")]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public string? OutputKmsKeyId { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = Recognizer)]
    public string[] EntityType { get; set; } = [];

    [Parameter(ParameterSetName = Recognizer)]
    [Alias("Documents_S3Uri")]
    public S3Uri? DocumentS3Uri { get; set; }

    [Parameter(ParameterSetName = Recognizer)]
    [Alias("Annotations_S3Uri")]
    public S3Uri? AnnotationS3Uri { get; set; }

    [Parameter(ParameterSetName = Recognizer)]
    [Alias("EntityList_S3Uri")]
    public S3Uri? EntityListS3Uri { get; set; }

    [Parameter]
    public SwitchParameter Wait { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = 14400;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord() => ForItem(ModelName, () =>
    {
        IAwsGateway gateway = Connect(itemRegion: null);
        ModelTrainer trainer = new(gateway);
        CreateModelRequest request = Request();
        PlannedModel planned = trainer.Check(request);
        if (!ShouldProcess(planned.ModelArn.ToString(), $"Train {Describe(request.Kind)} as the role {DataAccessRoleArn}"))
        {
            if (PassThru && IsDryRun(isPlanned: false))
            {
                WriteObject(planned);
            }

            return;
        }

        ComprehendModel model = trainer.Apply(request);
        WriteObject(Wait ? WaitUntilReady(gateway, model.ModelArn, "Training a Comprehend model", TimeoutSec, PollSeconds) : model);
    });

    private CreateModelRequest Request() => Request(Enum.Parse<ModelKind>(ParameterSetName), new TrainingData
    {
        DataFormat = DataFormat,
        S3Uri = InputS3Uri,
        AttributeName = [.. AttributeName ?? []],
        DocumentS3Uri = DocumentS3Uri,
        AnnotationS3Uri = AnnotationS3Uri,
        EntityListS3Uri = EntityListS3Uri,
        EntityType = [.. EntityType],
    }) with
    {
        Mode = Mode,
        OutputS3Uri = OutputS3Uri,
        OutputKmsKeyId = OutputKmsKeyId,
    };

    private static string Describe(ModelKind kind) => kind == ModelKind.DocumentClassifier ? "a document classifier" : "an entity recognizer";
}
