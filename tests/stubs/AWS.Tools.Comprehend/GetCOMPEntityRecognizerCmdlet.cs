// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPEntityRecognizer-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>DescribeEntityRecognizer.</summary>
[Cmdlet("Get", "COMPEntityRecognizer")]
[OutputType("Amazon.Comprehend.Model.EntityRecognizerProperties")]
public class GetCOMPEntityRecognizerCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? EntityRecognizerArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "EntityRecognizerProperties";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        const string Operation = "DescribeEntityRecognizer";
        Func<DescribeEntityRecognizerResponse?, object?> select =
            Selector<DescribeEntityRecognizerResponse>(Select, response => response.EntityRecognizerProperties);
        WriteOutput(Call(
            Operation,
            aws => new DescribeEntityRecognizerResponse
            {
                EntityRecognizerProperties = ModelShapes.ToRecognizer(
                    aws.DescribeModel(ReadArn(Operation, "entityRecognizerArn", EntityRecognizerArn, ModelKind.EntityRecognizer))),
            },
            select));
    }
}
