// Many models in one pipeline are one edit per key, so the work is done when the pipeline ends.
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsSecurity.Grant, "ComprehendKmsAccess", SupportsShouldProcess = true)]
[OutputType(typeof(KeyAccess))]
public sealed class GrantComprehendKmsAccessCommand : AwsCommand
{
    private readonly Dictionary<IAwsGateway, KeyAccessGranter> _granters = [];
    private readonly List<Wish> _wishes = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    public ModelArn[] ModelArn { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter]
    [AccountIdLiteral]
    public PolicyPrincipal[]? KeyPrincipal { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "KeyId", "ModelKmsKeyId")]
    [AllowNull]
    public KeyReference? KeyArn { get; set; }

    [Parameter]
    public KeyAccessScope Scope { get; set; }

    [Parameter]
    public SwitchParameter RemoveStalePrincipal { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => Note(arn));
        }
    }

    protected override void EndProcessing()
    {
        foreach (Wish wish in _wishes.Where(wish => wish.Key is null))
        {
            Write(new KeyAccess
            {
                ModelArn = wish.Request.ModelArn,
                Principal = wish.Request.Principal,
                Scope = wish.Request.Scope,
                Status = IsDryRun(wish.IsPlanned) ? KeyAccessStatus.Planned : KeyAccessStatus.NotNeeded,
            });
        }

        foreach (IGrouping<(KeyAccessGranter, KeyArn?, bool), Wish> edit in _wishes
            .Where(wish => wish.Key is not null)
            .GroupBy(wish => (wish.Granter, wish.Key, wish.IsPlanned)))
        {
            (KeyAccessGranter granter, KeyArn? key, bool isPlanned) = edit.Key;
            ForItem(key, () => Edit(granter, key!, [.. edit.Select(wish => wish.Request)], isPlanned));
        }
    }

    private void Note(ModelArn arn)
    {
        IAwsGateway gateway = Connect(arn.Region);
        if (!_granters.TryGetValue(gateway, out KeyAccessGranter? granter))
        {
            granter = new KeyAccessGranter(gateway, new ResourcePolicyEvaluator());
            _granters.Add(gateway, granter);
        }

        KeyAccessRequest request = new(arn, [.. (KeyPrincipal ?? Principal).Distinct()], Scope);
        KeyArn? key = granter.FindKey(request, KeyArn);
        _wishes.Add(new Wish(granter, key, request, IsPlanned(Status)));
    }

    private void Edit(KeyAccessGranter granter, KeyArn key, IReadOnlyList<KeyAccessRequest> requests, bool isPlanned)
    {
        KeyPolicyOptions options = new(RemoveStalePrincipal, Force);
        KeyPolicyPlan plan = granter.Plan(key, requests, options);
        bool isDryRun = IsDryRun(isPlanned);
        bool isAgreed = plan.IsUnchanged || (!isPlanned && ShouldProcess(key.ToString(), Describe(plan)));
        if (isAgreed && !isDryRun)
        {
            plan = granter.Apply(plan, requests, options, Cancellation);
        }

        // After a "no" at the prompt, only what was open before is told.
        foreach (KeyAccess access in plan.Access.Where(access => isDryRun || isAgreed || access.Status != KeyAccessStatus.Granted))
        {
            Write(isDryRun ? access with { Status = KeyAccessStatus.Planned } : access);
        }
    }

    private static string Describe(KeyPolicyPlan plan) =>
        $"Edit the key policy:{string.Concat(plan.Step.Select(step => $"{Environment.NewLine}  {step}"))}{Environment.NewLine}";

    private void Write(KeyAccess access)
    {
        foreach (string warning in access.Warning)
        {
            WriteWarning($"{access.ModelArn}: {warning}");
        }

        if (PassThru)
        {
            WriteObject(access);
        }
    }

    private sealed record Wish(KeyAccessGranter Granter, KeyArn? Key, KeyAccessRequest Request, bool IsPlanned);
}
