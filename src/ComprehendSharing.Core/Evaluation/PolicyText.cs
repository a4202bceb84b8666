// A text of a policy that may have variables: ${aws:username}, ${aws:PrincipalTag/team, 'none'}, ${*}.
using System.Text;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>A text with policy variables.</summary>
/// <remarks>
/// Only documents of version 2012-10-17 have variables; in older ones <c>${</c> is plain text. What a variable stands for is
/// never a wildcard.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</see>
/// </remarks>
internal sealed class PolicyText
{
    private readonly List<(string Text, string? Key, string? Default)> _segments = [];
    private readonly string? _problem;

    private PolicyText(string text, bool mayHaveVariables)
    {
        Text = text;
        HasVariables = mayHaveVariables && text.Contains("${", StringComparison.Ordinal);
        IsLiteral = !HasVariables && text.AsSpan().IndexOfAny('*', '?') < 0;
        _problem = HasVariables ? Split(text) : null;
    }

    public string Text { get; }

    public bool HasVariables { get; }

    /// <summary>Whether it has neither variables nor wildcards.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether a variable stands before the fifth colon, where the Resource element may have none.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-resourceelement">Resource element</see></remarks>
    public bool HasEarlyVariable => HasVariables && Text.AsSpan(0, Text.IndexOf("${", StringComparison.Ordinal)).Count(':') < 5;

    public static PolicyText Of(string text, PolicyDocument document) =>
        new(text, document.Version == PolicyDocument.CurrentVersion);

    /// <summary>Replaces the variables.</summary>
    /// <param name="request">The request, whose keys they stand for.</param>
    /// <param name="expanded">The text afterwards.</param>
    /// <param name="problem">Why nobody can tell.</param>
    /// <returns>Yes; No when a variable has no value, so that nothing is equal to the text; or NotDecided.</returns>
    public MatchAnswer TryExpand(RequestView request, out ExpandedText expanded, out string? problem)
    {
        expanded = new ExpandedText(Text, Literal: null);
        problem = _problem;
        if (!HasVariables)
        {
            return MatchAnswer.Yes;
        }

        if (problem is not null)
        {
            return MatchAnswer.NotDecided;
        }

        StringBuilder text = new();
        List<bool> literal = [];
        foreach ((string plain, string? key, string? fallback) in _segments)
        {
            if (key is null)
            {
                text.Append(plain);
                literal.AddRange(Enumerable.Repeat(false, plain.Length));
                continue;
            }

            MatchAnswer answer = Value(request, key, fallback, out string value, out problem);
            if (answer != MatchAnswer.Yes)
            {
                return answer;
            }

            text.Append(value);
            literal.AddRange(Enumerable.Repeat(true, value.Length));
        }

        expanded = new ExpandedText(text.ToString(), [.. literal]);
        return MatchAnswer.Yes;
    }

    private static MatchAnswer Value(RequestView request, string key, string? fallback, out string value, out string? problem)
    {
        problem = null;
        value = key;
        if (key is "*" or "?" or "$")
        {
            return MatchAnswer.Yes;
        }

        ValueList<string>? values = request.Find(key, out problem);
        if (problem is not null)
        {
            return MatchAnswer.NotDecided;
        }

        if (values?.Count > 1)
        {
            problem = $"the policy variable ${{{key}}} has {values.Count} values; only a key with one can be a variable";
            return MatchAnswer.NotDecided;
        }

        value = values is { Count: 1 } ? values[0] : fallback ?? string.Empty;
        return values is { Count: 1 } || fallback is not null ? MatchAnswer.Yes : MatchAnswer.No;
    }

    /// <summary>Cuts the text at its variables.</summary>
    /// <returns>What is wrong with them; null when nothing is.</returns>
    private string? Split(string text)
    {
        int from = 0;
        for (int start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", from, StringComparison.Ordinal))
        {
            int end = text.IndexOf('}', start);
            if (end < 0)
            {
                return $"the policy variable in '{text}' has no closing brace";
            }

            _segments.Add((text[from..start], null, null));
            string[] parts = text[(start + 2)..end].Split(',', 2);
            string? fallback = parts.Length == 2 ? parts[1].Trim() : null;
            if (parts[0].Trim().Length == 0 || fallback is { } quoted && (quoted.Length < 2 || quoted[0] != '\'' || quoted[^1] != '\''))
            {
                return $"'{text[start..(end + 1)]}' is not a policy variable: write ${{key}} or ${{key, 'default'}}";
            }

            _segments.Add((string.Empty, parts[0].Trim(), fallback?[1..^1]));
            from = end + 1;
        }

        _segments.Add((text[from..], null, null));
        return null;
    }
}
