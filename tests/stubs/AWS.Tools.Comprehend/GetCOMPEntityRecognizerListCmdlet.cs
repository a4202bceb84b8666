// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/Basic/Get-COMPEntityRecognizerList-Cmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>ListEntityRecognizers.</summary>
[Cmdlet("Get", "COMPEntityRecognizerList")]
[OutputType("Amazon.Comprehend.Model.EntityRecognizerProperties")]
public class GetCOMPEntityRecognizerListCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Filter_RecognizerName { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true)]
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
    public string Select { get; set; } = "EntityRecognizerPropertiesList";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        Func<ListEntityRecognizersResponse?, object?> select =
            Selector<ListEntityRecognizersResponse>(Select, response => response.EntityRecognizerPropertiesList);
        ModelPage page = new(
            "ListEntityRecognizers", ModelKind.EntityRecognizer, Filter_RecognizerName, Filter_Status, Filter_SubmitTimeAfter, Filter_SubmitTimeBefore)
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
            ListEntityRecognizersResponse response = Call(page.Operation, aws => Read(page.Read(aws)));
            WriteOutput(isParameterSelected ? null : select(response));
            page = page with { Token = response.NextToken };
        }
        while (!isOnePage && !string.IsNullOrEmpty(page.Token));

        if (isParameterSelected)
        {
            WriteObject(select(null));
        }
    }

    private static ListEntityRecognizersResponse Read((IReadOnlyList<ComprehendModel> Models, string? NextToken) page) => new()
    {
        EntityRecognizerPropertiesList = page.Models.Count == 0 ? null : [.. page.Models.Select(ModelShapes.ToRecognizer)],
        NextToken = page.NextToken,
    };
}
