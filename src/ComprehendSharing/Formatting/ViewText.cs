// The short forms that the views of ComprehendSharing.Format.ps1xml show. The objects themselves keep the whole ARNs.
using System.ComponentModel;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Formatting;

/// <summary>Short texts for views.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    /// <summary>A model as name/version.</summary>
    public static string Model(ModelArn? arn) => arn is null ? "(any)" : arn.HasVersion ? $"{arn.Name}/{arn.VersionName}" : arn.Name;

    /// <summary>A model with its account, as account:name/version.</summary>
    public static string Source(ModelArn? arn) => arn is null ? string.Empty : $"{arn.AccountId}:{Model(arn)}";

    /// <summary>The text of an ARN as name/version or as the start of a key id, or the text.</summary>
    public static string Resource(string? arn) =>
        ModelArn.TryParse(arn, out ModelArn? model) ? Model(model)
        : KeyArn.TryParse(arn, out KeyArn? key) ? $"key {key.KeyId.Split('-')[0]}…"
        : arn ?? string.Empty;

    /// <summary>Principals: an account as its id, all else as account and name.</summary>
    public static string Principals(IEnumerable<PolicyPrincipal>? principals) => string.Join(", ", (principals ?? []).Select(Principal));

    /// <summary>A principal: an account as its id, all else as account and name.</summary>
    public static string Principal(PolicyPrincipal principal) => principal switch
    {
        null => string.Empty,
        { Kind: PrincipalKind.Account } => principal.AccountId!.Value,
        { AccountId: not null } => $"{principal.AccountId}:{Arn.Parse(principal.Value).Resource}",
        _ => principal.Value,
    };

    /// <summary>The principals of a statement.</summary>
    public static string Entries(IEnumerable<PrincipalEntry>? entries) =>
        string.Join(", ", (entries ?? []).Select(entry => entry.Principal is { } principal ? Principal(principal) : entry.Value));

    /// <summary>The conditions of a statement; the models in them in short.</summary>
    public static string Conditions(IEnumerable<PolicyCondition>? conditions) => string.Join(
        "; ",
        (conditions ?? []).Select(c => $"{c.Key} {c.Operator} {string.Join(", ", c.Value.Select(Resource))}"));
}
