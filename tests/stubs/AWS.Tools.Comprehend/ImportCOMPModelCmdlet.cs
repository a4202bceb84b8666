// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Import-COMPModel-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>ImportModel.</summary>
[Cmdlet("Import", "COMPModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("System.String")]
public class ImportCOMPModelCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DataAccessRoleArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelKmsKeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelName { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? SourceModelArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    public Tag[]? Tag { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? VersionName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "ModelArn";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (!ConfirmShouldProceed(Force.IsPresent, SourceModelArn, "Import-COMPModel (ImportModel)"))
        {
            return;
        }

        Func<ImportModelResponse?, object?> select = Selector<ImportModelResponse>(Select, response => response.ModelArn);
        WriteOutput(Call("ImportModel", aws => new ImportModelResponse { ModelArn = aws.ImportModel(Request()).ToString() }, select));
    }

    // What a string parameter gets for $null is the empty text, and the SDK sends it as it is.
    private ImportModelRequest Request()
    {
        const string Operation = "ImportModel";
        return new ImportModelRequest
        {
            SourceModelArn = ReadArn(Operation, "sourceModelArn", SourceModelArn),
            ModelName = ModelName,
            VersionName = VersionName,
            ModelKmsKeyId = ModelKmsKeyId,
            DataAccessRoleArn = DataAccessRoleArn is null ? null : ReadRole(Operation, DataAccessRoleArn),
            Tag = (Tag ?? []).ToDictionary(tag => tag.Key!, tag => tag.Value ?? string.Empty),
        };
    }
}
