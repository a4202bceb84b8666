// A scenario is written by hand, so its reader is strict: a member that nobody reads is a member that somebody misspelt.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>One object of a scenario, all of whose members are known.</summary>
internal sealed class ScenarioObject
{
    private readonly JsonSource _source;
    private readonly JsonPart _part;
    private readonly string _what;

    /// <summary>Checks the members' names.</summary>
    /// <param name="source">The scenario.</param>
    /// <param name="part">The object.</param>
    /// <param name="what">What it is, such as <c>an account</c>.</param>
    /// <param name="members">The members that it may have.</param>
    public ScenarioObject(JsonSource source, JsonPart part, string what, params string[] members)
    {
        _source = source;
        _part = part;
        _what = what;
        Require(part, JsonValueKind.Object, $"{what}, an object");
        if (part.Members.Find(member => !members.Contains(member.Name)) is { } unknown)
        {
            throw source.Error(unknown.NameStart, $"\"{unknown.Name}\" is no member of {what}; expected one of {string.Join(", ", members)}");
        }
    }

    /// <summary>Reads a text as something; the form of the TryParse methods.</summary>
    public delegate bool TextParser<T>(string? text, [NotNullWhen(true)] out T? value);

    public JsonPart? Optional(string name) => _part[name];

    public JsonPart Required(string name) =>
        _part[name] ?? throw _source.Error(_part, $"expected \"{name}\" in {_what}, and there is none");

    /// <summary>The items of a list that may be missing.</summary>
    public IReadOnlyList<JsonPart> List(string name)
    {
        if (Optional(name) is not { } part)
        {
            return [];
        }

        Require(part, JsonValueKind.Array, $"a list, […], for \"{name}\"");
        return part.Items;
    }

    public string? Text(string name) => Optional(name) is { } part ? Text(part, $"a string for \"{name}\"") : null;

    public string Text(JsonPart part, string expected)
    {
        Require(part, JsonValueKind.String, expected);
        return part.Scalar!;
    }

    public T? Value<T>(string name, string expected, TextParser<T> parser) where T : class =>
        Optional(name) is { } part ? Value(part, expected, parser) : null;

    public T Value<T>(JsonPart part, string expected, TextParser<T> parser) =>
        parser(Text(part, expected), out T? value) ? value : throw Error(part, $"expected {expected}, found '{part.Scalar}'");

    /// <summary>One of some words; the first of them when the member is missing.</summary>
    public string Word(string name, params string[] words)
    {
        if (Optional(name) is not { } part)
        {
            return words[0];
        }

        string expected = $"one of {string.Join(", ", words)} for \"{name}\"";
        return words.Contains(Text(part, expected)) ? part.Scalar! : throw Error(part, $"expected {expected}, found '{part.Scalar}'");
    }

    public ValueList<PolicyDocument> Policies(string name) => new(List(name).Select(Policy));

    /// <summary>
    /// A policy: an object, whose text is taken as it stands in the scenario but for the indentation that is the scenario's,
    /// or a string, whose content is the text.
    /// </summary>
    public PolicyDocument Policy(JsonPart part)
    {
        if (part.Kind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            throw Error(part, $"expected a policy, as an object or as a string, found {Found(part)}");
        }

        try
        {
            PolicyDocument policy = PolicyDocument.Parse(part.Kind == JsonValueKind.Object ? _source.Slice(part) : part.Scalar!);
            return part.Kind == JsonValueKind.Object ? PolicyDocument.Parse(Unindent(policy.ToJson())) : policy;
        }
        catch (DocumentFormatException exception)
        {
            throw PolicyError(part, exception);
        }
    }

    public DocumentFormatException Error(JsonPart part, string problem) => _source.Error(part, problem);

    // The last line, with the closing brace, tells how far the scenario indents the policy. A line break is never inside a string.
    private static string Unindent(string text)
    {
        string last = text[(text.LastIndexOf('\n') + 1)..];
        string indent = last[..(last.Length - last.TrimStart().Length)];
        return text.Replace("\n" + indent, "\n", StringComparison.Ordinal);
    }

    private DocumentFormatException PolicyError(JsonPart part, DocumentFormatException inner)
    {
        DocumentFormatException start = _source.Error(part, inner.Problem);
        if (part.Kind == JsonValueKind.String)
        {
            return _source.Error(part, $"{inner.Problem} (line {inner.Line}, column {inner.Column} of this policy)");
        }

        int column = inner.Line == 1 ? start.Column + inner.Column - 1 : inner.Column;
        return Errors.InvalidDocument(JsonDocumentKind.Scenario, start.Line + inner.Line - 1, column, inner.Problem);
    }

    private void Require(JsonPart part, JsonValueKind kind, string expected)
    {
        if (part.Kind != kind)
        {
            throw Error(part, $"expected {expected}, found {Found(part)}");
        }
    }

    private static string Found(JsonPart part) => part.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        JsonValueKind.String => $"the string '{part.Scalar}'",
        JsonValueKind.Number => $"the number {part.Scalar}",
        _ => part.Scalar!,
    };
}
