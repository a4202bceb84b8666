// The short forms that the views of ComprehendSharing.Format.ps1xml show. The objects themselves keep the whole ARNs.
using System.ComponentModel;
using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Formatting;

/// <summary>Short texts for views. What is a list has a line for each item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    private const int KeyIdStart = 8;

    // What is left of 80 columns for the text of a check.
    private const int AdviceWidth = 48;

    /// <summary>A model as name/version.</summary>
    public static string Model(ModelArn? arn) => arn is null ? "(any)" : arn.HasVersion ? $"{arn.Name}/{arn.VersionName}" : arn.Name;

    /// <summary>A model with its account, as account:name/version.</summary>
    public static string Source(ModelArn? arn) => arn is null ? string.Empty : $"{arn.AccountId}:{Model(arn)}";

    /// <summary>A key as the start of its id.</summary>
    public static string Key(KeyArn? arn)
    {
        if (arn is null)
        {
            return string.Empty;
        }

        int start = arn.IsMultiRegion ? "mrk-".Length + KeyIdStart : KeyIdStart;
        return arn.KeyId.Length > start ? $"{arn.KeyId[..start]}…" : arn.KeyId;
    }

    /// <summary>The text of an ARN as name/version or as the start of a key id, or the text.</summary>
    public static string Resource(string? arn) =>
        ModelArn.TryParse(arn, out ModelArn? model) ? Model(model)
        : KeyArn.TryParse(arn, out KeyArn? key) ? $"key {Key(key)}"
        : arn ?? string.Empty;

    /// <summary>Principals: an account as its id, all else as account and name.</summary>
    public static string Principals(IEnumerable<PolicyPrincipal>? principals) => Lines((principals ?? []).Select(Principal));

    /// <summary>A principal: an account as its id, all else as account and name.</summary>
    public static string Principal(PolicyPrincipal principal) => principal switch
    {
        null => string.Empty,
        { Kind: PrincipalKind.Account } => principal.AccountId!.Value,
        { AccountId: not null } => $"{principal.AccountId}:{Arn.Parse(principal.Value).Resource}",
        _ => principal.Value,
    };

    /// <summary>What a check is about: the model and, below it, who would import it; indented as PowerShell does with what it groups by.</summary>
    public static string Subject(ShareCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.Principal is null ? Source(check.ModelArn) : Lines([Source(check.ModelArn), $"     For: {Principal(check.Principal)}"]);
    }

    /// <summary>Why a check ended so and, below it, what to do; in lines that fit, since PowerShell breaks words under some cultures.</summary>
    public static string Advice(ShareCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Lines([.. Wrap(check.Reason), .. check.Recommendation is null ? [] : Wrap($"-> {check.Recommendation}")]);
    }

    /// <summary>An action of Comprehend without its prefix.</summary>
    public static string Action(string? action) => action?[(action.IndexOf(':', StringComparison.Ordinal) + 1)..] ?? string.Empty;

    /// <summary>The type of a condition key as the Service Authorization Reference has it, where several values are an array.</summary>
    public static string Type(ConditionKeyUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return use.IsMultivalued ? $"ArrayOf{use.Type}" : $"{use.Type}";
    }

    /// <summary>What a call was about, which names keys by their ids too.</summary>
    public static string Target(string? resource) =>
        Guid.TryParse(resource, out _) ? $"key {resource[..KeyIdStart]}…" : Resource(resource);

    /// <summary>Whom a statement is about.</summary>
    public static string WhoOf(PolicyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Lines([.. statement.Principal.Select(Entry), .. Under("not:", statement.NotPrincipal.Select(Entry))]);
    }

    /// <summary>The actions of a statement.</summary>
    public static string ActionsOf(PolicyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Lines([.. statement.Action, .. Under("not:", statement.NotAction)]);
    }

    /// <summary>The resources of a statement, unless they are all, and its conditions; the models in them in short.</summary>
    public static string ScopeOf(PolicyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Lines(
        [
            .. Under("Resource:", statement.Resource.Where(resource => resource != "*").Select(Resource)),
            .. Under("NotResource:", statement.NotResource.Select(Resource)),
            .. statement.Condition.SelectMany(c => Under($"{c.Operator}:", c.Value.Select(Resource)).Prepend(c.Key)),
        ]);
    }

    // Between words; an ARN that is longer than a line after a colon or slash.
    private static List<string> Wrap(string text)
    {
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            string rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > AdviceWidth)
            {
                lines.Add(line);
                line = string.Empty;
            }

            while (rest.Length > AdviceWidth)
            {
                int end = rest.AsSpan(0, AdviceWidth).LastIndexOfAny(':', '/') + 1;
                end = end == 0 ? AdviceWidth : end;
                lines.Add(rest[..end]);
                rest = rest[end..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        lines.Add(line);
        return lines;
    }

    private static string Entry(PrincipalEntry entry) => entry.Principal is { } principal ? Principal(principal) : entry.Value;

    private static IEnumerable<string> Under(string heading, IEnumerable<string> items)
    {
        List<string> lines = [.. items];
        return lines.Count == 0 ? lines : lines.Prepend(heading);
    }

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);
}
