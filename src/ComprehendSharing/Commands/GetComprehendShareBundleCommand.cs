using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendShareBundle")]
[OutputType(typeof(ShareBundle))]
public sealed class GetComprehendShareBundleCommand : ModelCommand
{
    private readonly Dictionary<IAwsGateway, ShareBundler> _bundlers = [];

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

    private protected override void ProcessModel(ModelArn arn)
    {
        ShareBundler bundler = UseCase(_bundlers, arn, gateway => new ShareBundler(gateway));

        // In a dry run AWS does not have the policy yet; the object from the pipeline tells what it would be.
        WriteObject(
            IsPlanned(Status)
                ? bundler.Preview(arn, AuthorizedPrincipal, ImporterAccountId, Warning ?? [])
                : bundler.Bundle(arn, ImporterAccountId, Warning ?? []),
            enumerateCollection: true);
    }
}
