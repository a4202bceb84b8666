// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPDocumentClassifier-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>DescribeDocumentClassifier.</summary>
[Cmdlet("Get", "COMPDocumentClassifier")]
[OutputType("Amazon.Comprehend.Model.DocumentClassifierProperties")]
public class GetCOMPDocumentClassifierCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? DocumentClassifierArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "DocumentClassifierProperties";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        const string Operation = "DescribeDocumentClassifier";
        Func<DescribeDocumentClassifierResponse?, object?> select =
            Selector<DescribeDocumentClassifierResponse>(Select, response => response.DocumentClassifierProperties);
        WriteOutput(Call(
            Operation,
            aws => new DescribeDocumentClassifierResponse
            {
                DocumentClassifierProperties = ModelShapes.ToClassifier(
                    aws.DescribeModel(ReadArn(Operation, "documentClassifierArn", DocumentClassifierArn, ModelKind.DocumentClassifier))),
            },
            select));
    }
}
