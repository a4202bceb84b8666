// Many models in one pipeline are one edit per key, so the work is done when the pipeline ends.
using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

/// <summary>A cmdlet that edits key policies.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyAccessEditCommand : ModelCommand
{
    private readonly Dictionary<IAwsGateway, IKeyAccessEditor> _editors = [];
    private readonly List<Wish> _wishes = [];
    private readonly Dictionary<ModelArn, IReadOnlyList<PolicyPrincipal>> _authorized = [];

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "KeyId", "ModelKmsKeyId")]
    [AllowNull]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyReference? KeyArn { get; set; }

    [Parameter]
    public SwitchParameter RemoveStalePrincipal { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public string? Status { get; set; }

    /// <summary>How far the conditions reach.</summary>
    private protected abstract KeyAccessScope EditedScope { get; }

    /// <summary>Who may import the model, as the pipeline tells.</summary>
    private protected abstract IReadOnlyList<PolicyPrincipal> AuthorizedPrincipals { get; }

    /// <summary>Whose access to the key it is about.</summary>
    private protected virtual IReadOnlyList<PolicyPrincipal> KeyPrincipals => AuthorizedPrincipals;

    /// <summary>Whether a principal was given, and it is none.</summary>
    private protected virtual bool IsForNobody => false;

    /// <summary>The status of an access that the edit changes.</summary>
    private protected abstract KeyAccessStatus Edited { get; }

    private protected abstract IKeyAccessEditor Editor(IAwsGateway gateway);

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

        foreach (IGrouping<(IKeyAccessEditor, KeyArn?, bool), Wish> edit in _wishes
            .Where(wish => wish.Key is not null)
            .GroupBy(wish => (wish.Editor, wish.Key, wish.IsPlanned)))
        {
            (IKeyAccessEditor editor, KeyArn? key, bool isPlanned) = edit.Key;
            ForItem(key, () => Edit(editor, key!, [.. edit.Select(wish => wish.Request)], isPlanned));
        }
    }

    private protected override void ProcessModel(ModelArn arn)
    {
        if (IsForNobody)
        {
            WriteWarning($"{arn}: no principal is named, so nothing was taken away. Without -Principal the access of everybody ends.");
            return;
        }

        IKeyAccessEditor editor = UseCase(_editors, arn, Editor);
        _authorized[arn] = AuthorizedPrincipals;
        KeyAccessRequest request = new(arn, [.. KeyPrincipals.Distinct()], EditedScope);
        _wishes.Add(new Wish(editor, editor.FindKey(request, KeyArn), request, IsPlanned(Status)));
    }

    private void Edit(IKeyAccessEditor editor, KeyArn key, IReadOnlyList<KeyAccessRequest> requests, bool isPlanned)
    {
        KeyPolicyOptions options = new(RemoveStalePrincipal, Force);
        KeyPolicyPlan plan = editor.Plan(key, requests, options);
        bool isDryRun = IsDryRun(isPlanned);
        bool isAgreed = plan.IsUnchanged || ((!isPlanned || IsDryRun(false)) && ShouldProcess(key.ToString(), Describe(plan)));
        if (isAgreed && !isDryRun)
        {
            plan = editor.Apply(plan, requests, options, Cancellation);
        }

        // After a "no" at the prompt, only what was so before is told.
        foreach (KeyAccess access in plan.Access.Where(access => isDryRun || isAgreed || access.Status != Edited))
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
            WriteObject(access with { AuthorizedPrincipal = [.. _authorized.GetValueOrDefault(access.ModelArn) ?? []] });
        }
    }

    private sealed record Wish(IKeyAccessEditor Editor, KeyArn? Key, KeyAccessRequest Request, bool IsPlanned);
}
