using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsData.Compare, "ComprehendPolicy")]
[OutputType(typeof(PolicyStatementDifference))]
public sealed class CompareComprehendPolicyCommand : SharingCommand
{
    private readonly PolicyCollector _policies = new();

    [Parameter(Mandatory = true, Position = 0)]
    [PolicyArgument]
    public PolicyDocument? ReferencePolicy { get; set; }

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourcePolicy", "Policy")]
    [AllowEmptyString]
    public object? DifferencePolicy { get; set; }

    protected override void ProcessRecord() => Compare(_policies.Add(DifferencePolicy));

    protected override void EndProcessing() => Compare(_policies.End());

    private void Compare(IEnumerable<GivenPolicy> policies)
    {
        foreach (GivenPolicy policy in policies)
        {
            ForItem(
                policy.ResourceArn ?? policy.Text,
                () => WriteObject(PolicyComparer.Compare(ReferencePolicy!, policy.Document), enumerateCollection: true));
        }
    }
}
