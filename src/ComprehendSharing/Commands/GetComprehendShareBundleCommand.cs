using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendShareBundle")]
[OutputType(typeof(ShareBundle))]
public sealed class GetComprehendShareBundleCommand : AwsCommand
{
    private readonly Dictionary<IAwsGateway, ShareBundler> _bundlers = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[] ModelArn { get; set; } = [];

    [Parameter(Position = 1)]
    [AccountIdLiteral]
    public AccountId[] ImporterAccountId { get; set; } = [];

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? Warning { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("Principal")]
    public PolicyPrincipal[]? AuthorizedPrincipal { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => WriteBundles(arn));
        }
    }

    private void WriteBundles(ModelArn arn)
    {
        IAwsGateway gateway = Connect(arn.Region);
        if (!_bundlers.TryGetValue(gateway, out ShareBundler? bundler))
        {
            bundler = new ShareBundler(gateway);
            _bundlers.Add(gateway, bundler);
        }

        // In a dry run AWS does not have the policy yet; the object from the pipeline tells what it would be.
        WriteObject(
            IsPlanned(Status)
                ? bundler.Preview(arn, AuthorizedPrincipal, ImporterAccountId, Warning ?? [])
                : bundler.Bundle(arn, ImporterAccountId, Warning ?? []),
            enumerateCollection: true);
    }
}
