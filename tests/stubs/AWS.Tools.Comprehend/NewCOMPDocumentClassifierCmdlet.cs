// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/New-COMPDocumentClassifier-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>CreateDocumentClassifier. Test data, documents of their own, their type and how they are read are left out.</summary>
[Cmdlet("New", "COMPDocumentClassifier", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("System.String")]
public class NewCOMPDocumentClassifierCmdlet : NewModelCmdlet
{
    private const string Operation = "CreateDocumentClassifier";

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? DocumentClassifierName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.Comprehend.DocumentClassifierDataFormat? InputDataConfig_DataFormat { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? InputDataConfig_S3Uri { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.Comprehend.DocumentClassifierMode? Mode { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? OutputDataConfig_KmsKeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? OutputDataConfig_S3Uri { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "DocumentClassifierArn";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, DocumentClassifierName, "New-COMPDocumentClassifier (CreateDocumentClassifier)"))
        {
            return;
        }

        Func<CreateDocumentClassifierResponse?, object?> select =
            Selector<CreateDocumentClassifierResponse>(Select, response => response.DocumentClassifierArn);
        WriteOutput(Call(
            Operation, aws => new CreateDocumentClassifierResponse { DocumentClassifierArn = aws.CreateModel(Request()).ToString() }, select));
    }

    private CreateModelRequest Request() => Request(
        Operation,
        ModelKind.DocumentClassifier,
        DocumentClassifierName,
        new TrainingData
        {
            DataFormat = InputDataConfig_DataFormat?.Value,
            S3Uri = ReadUri(Operation, "inputDataConfig.s3Uri", InputDataConfig_S3Uri),
        }) with
    {
        Mode = Mode?.Value,
        OutputS3Uri = ReadUri(Operation, "outputDataConfig.s3Uri", OutputDataConfig_S3Uri),
        OutputKmsKeyId = OutputDataConfig_KmsKeyId,
    };
}
