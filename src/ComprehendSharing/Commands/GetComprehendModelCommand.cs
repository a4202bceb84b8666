using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendModel", DefaultParameterSetName = "List")]
[OutputType(typeof(ComprehendModel))]
public sealed class GetComprehendModelCommand : AwsCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ModelArn")]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[] ModelArn { get; set; } = [];

    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    public ModelKind[] Kind { get; set; } = Enum.GetValues<ModelKind>();

    [Parameter(ParameterSetName = "List")]
    [ValidateSet(
        ModelStatus.Submitted, ModelStatus.Training, ModelStatus.Trained, ModelStatus.TrainedWithWarning, ModelStatus.InError,
        ModelStatus.StopRequested, ModelStatus.Stopped, ModelStatus.Deleting)]
    public string[] Status { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            ForItem(Name, List);
        }

        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => WriteObject(Connect(arn.Region).DescribeModel(arn)));
        }
    }

    private void List()
    {
        IAwsGateway gateway = Connect(itemRegion: null);
        WildcardPattern? pattern = Name is null ? null : WildcardPattern.Get(Name, WildcardOptions.None);

        // The API filters by an exact name, or by a status, but not by both.
        string? exactName = Name is null || WildcardPattern.ContainsWildcardCharacters(Name) ? null : Name;
        foreach (ModelKind kind in Kind)
        {
            foreach (ComprehendModel model in gateway.ListModels(kind, exactName))
            {
                if ((pattern is null || pattern.IsMatch(model.Name)) && (Status.Length == 0 || Status.Contains(model.Status, StringComparer.OrdinalIgnoreCase)))
                {
                    WriteObject(model);
                }
            }
        }
    }
}
