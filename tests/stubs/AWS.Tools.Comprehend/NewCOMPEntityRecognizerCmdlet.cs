// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/New-COMPEntityRecognizer-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>CreateEntityRecognizer. Test data and the format of the documents are left out.</summary>
[Cmdlet("New", "COMPEntityRecognizer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("System.String")]
public class NewCOMPEntityRecognizerCmdlet : NewModelCmdlet
{
    private const string Operation = "CreateEntityRecognizer";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("InputDataConfig_Annotations_S3Uri")]
    public string? Annotations_S3Uri { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("InputDataConfig_Documents_S3Uri")]
    public string? Documents_S3Uri { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("InputDataConfig_EntityList_S3Uri")]
    public string? EntityList_S3Uri { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.Comprehend.EntityRecognizerDataFormat? InputDataConfig_DataFormat { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowEmptyCollection]
    [AllowNull]
    [Alias("InputDataConfig_EntityTypes")]
    public EntityTypesListItem[]? InputDataConfig_EntityType { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? RecognizerName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "EntityRecognizerArn";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, RecognizerName, "New-COMPEntityRecognizer (CreateEntityRecognizer)"))
        {
            return;
        }

        Func<CreateEntityRecognizerResponse?, object?> select =
            Selector<CreateEntityRecognizerResponse>(Select, response => response.EntityRecognizerArn);
        WriteOutput(Call(
            Operation, aws => new CreateEntityRecognizerResponse { EntityRecognizerArn = aws.CreateModel(Request()).ToString() }, select));
    }

    private CreateModelRequest Request() => Request(
        Operation,
        ModelKind.EntityRecognizer,
        RecognizerName,
        new TrainingData
        {
            DataFormat = InputDataConfig_DataFormat?.Value,
            EntityType = [.. (InputDataConfig_EntityType ?? []).Select(item => item.Type ?? string.Empty)],
            DocumentS3Uri = ReadUri(Operation, "inputDataConfig.documents.s3Uri", Documents_S3Uri),
            AnnotationS3Uri = ReadUri(Operation, "inputDataConfig.annotations.s3Uri", Annotations_S3Uri),
            EntityListS3Uri = ReadUri(Operation, "inputDataConfig.entityList.s3Uri", EntityList_S3Uri),
        });
}
