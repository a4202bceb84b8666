// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPDocumentClassifierList-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>ListDocumentClassifiers.</summary>
[Cmdlet("Get", "COMPDocumentClassifierList")]
[OutputType("Amazon.Comprehend.Model.DocumentClassifierProperties")]
public class GetCOMPDocumentClassifierListCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Filter_DocumentClassifierName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Amazon.Comprehend.ModelStatus? Filter_Status { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTime? Filter_SubmitTimeAfter { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTime? Filter_SubmitTimeBefore { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("MaxItems", "MaxResults")]
    public int? MaxResult { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NextToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter NoAutoIteration { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "DocumentClassifierPropertiesList";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        Func<ListDocumentClassifiersResponse?, object?> select =
            Selector<ListDocumentClassifiersResponse>(Select, response => response.DocumentClassifierPropertiesList);
        ModelPage page = new(
            "ListDocumentClassifiers", ModelKind.DocumentClassifier, Filter_DocumentClassifierName, Filter_Status, Filter_SubmitTimeAfter, Filter_SubmitTimeBefore)
        {
            MaxResults = MaxResult ?? 500,
            PageSize = PageSize,
            Token = NextToken,
        };
        bool isOnePage = NoAutoIteration.IsPresent || ParameterWasBound(nameof(NextToken));
        bool isParameterSelected = Select.StartsWith('^');
        if (!ParameterWasBound(nameof(MaxResult)))
        {
            WriteVerbose("MaxResult parameter unset, using default value of '500'");
        }

        do
        {
            ListDocumentClassifiersResponse response = Call(page.Operation, aws => Read(page.Read(aws)));
            WriteOutput(isParameterSelected ? null : select(response));
            page = page with { Token = response.NextToken };
        }
        while (!isOnePage && !string.IsNullOrEmpty(page.Token));

        if (isParameterSelected)
        {
            WriteObject(select(null));
        }
    }

    private static ListDocumentClassifiersResponse Read((IReadOnlyList<ComprehendModel> Models, string? NextToken) page) => new()
    {
        DocumentClassifierPropertiesList = page.Models.Count == 0 ? null : [.. page.Models.Select(ModelShapes.ToClassifier)],
        NextToken = page.NextToken,
    };
}
