// The short forms that the views of ComprehendSharing.Format.ps1xml show. The objects themselves keep the whole ARNs.
using System.ComponentModel;
using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Formatting;

/// <summary>Short texts for views. What is a list has a line for each item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    private const int KeyIdStart = 8;

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
        const int Width = 47;
        return Lines(new[] { check.Reason, check.Recommendation is null ? null : $"-> {check.Recommendation}" }
            .OfType<string>()
            .Select(text => WrappedText.Of(text, Width)));
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

    /// <summary>The action of a request, in two lines when it is long.</summary>
    public static string ActionOf(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        const int Width = 24;
        string action = decision.Request.Action;
        return action.Length <= Width ? action : action.Replace(":", ":\n", StringComparison.Ordinal);
    }

    /// <summary>Why a request is allowed or not, without what the other columns show.</summary>
    public static string ReasonOf(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        const int Width = 23;
        string end = $"on resource: {decision.Request.Resource} ";
        int start = decision.Reason.IndexOf(end, StringComparison.Ordinal);
        string reason = start < 0 ? decision.Reason : decision.Reason[(start + end.Length)..];
        return WrappedText.Of(reason.Replace($"allows the {decision.Request.Action} action", "allows it", StringComparison.Ordinal), Width);
    }

    /// <summary>The condition keys of a request.</summary>
    public static string ContextOf(AccessDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Lines(decision.Request.Context.Values.Select(pair => $"{pair.Key} = {pair.Value}"));
    }

    /// <summary>A statement, and where it departs from a request.</summary>
    public static string Explanation(AccessExplanation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        const int Width = 66;
        string sid = line.Sid is null ? string.Empty : $" {line.Sid}";
        string effect = line.Effect is null ? string.Empty : $" ({line.Effect})";
        IEnumerable<string?> lines =
        [
            $"{line.Path}{sid}{effect}",
            line.Element == line.Path ? null : line.Element,
            line.Expected is null ? null : $"expected {line.Expected}",
            line.Actual is null ? null : line.Outcome == StatementOutcome.NotDecided ? line.Actual : $"actual   {line.Actual}",
        ];
        return Lines(lines.OfType<string>().Select(text => WrappedText.Of(text, Width)));
    }

    /// <summary>A finding: its code, its place, and what is wrong.</summary>
    public static string Finding(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        const int Width = 63;
        string?[] place = [Path.GetFileName(finding.Document), finding.Path];
        IEnumerable<string> lines = [finding.Code, string.Join(": ", place.Where(part => !string.IsNullOrEmpty(part))), finding.Message];
        return Lines(lines.Where(line => line.Length > 0).Select(line => WrappedText.Of(line, Width)));
    }

    /// <summary>A statement of one side: what differs from its counterpart, or all of it when it has none.</summary>
    public static string Difference(PolicyStatementDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        const int Width = 65;
        bool isReference = difference.SideIndicator == "<=";
        IEnumerable<string> changed = difference.Element.SelectMany(element =>
            Under($"{element.Name}:", (isReference ? element.Reference : element.Difference).DefaultIfEmpty("(none)")));
        IEnumerable<string> lines = difference switch
        {
            { Statement: null } => changed,
            { Element.Count: > 0 } => changed.Prepend(difference.Sid!),
            { Statement: { } only } =>
            [
                .. difference.Sid is null ? (string[])[] : [difference.Sid],
                $"{only.Effect}",
                .. Under("Principal:", Split(WhoOf(only))),
                .. Under("Action:", Split(ActionsOf(only))),
                .. Split(ScopeOf(only)),
            ],
        };
        return Lines(lines.Select(line => WrappedText.Of(line, Width)));
    }

    /// <summary>The values of an element, one on a line.</summary>
    public static string Values(IEnumerable<string>? values)
    {
        const int Width = 31;
        return Lines((values ?? []).DefaultIfEmpty("(none)").Select(value => WrappedText.Of(value, Width)));
    }

    private static string[] Split(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Entry(PrincipalEntry entry) => entry.Principal is { } principal ? Principal(principal) : entry.Value;

    private static IEnumerable<string> Under(string heading, IEnumerable<string> items)
    {
        List<string> lines = [.. items];
        return lines.Count == 0 ? lines : lines.Prepend(heading);
    }

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);
}
