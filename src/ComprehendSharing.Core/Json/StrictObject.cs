// Scenarios are written by hand and bundles come from elsewhere, so both are read strictly: a member that nobody reads is one
// that somebody misspelt or slipped in.
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Json;

/// <summary>One object of a file, all of whose members are known.</summary>
internal sealed class StrictObject
{
    private readonly JsonSource _source;
    private readonly JsonPart _part;
    private readonly string _what;

    /// <summary>Checks the members' names.</summary>
    /// <param name="source">The file.</param>
    /// <param name="part">The object.</param>
    /// <param name="what">What it is, such as <c>an account</c>.</param>
    /// <param name="members">The members that it may have.</param>
    public StrictObject(JsonSource source, JsonPart part, string what, params string[] members)
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

    /// <summary>A whole number that must be there.</summary>
    public int Number(string name)
    {
        JsonPart part = Required(name);
        return part.Kind == JsonValueKind.Number && int.TryParse(part.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Error(part, $"expected a whole number for \"{name}\", found {Found(part)}");
    }

    /// <summary>A time that must be there.</summary>
    public DateTimeOffset Time(string name)
    {
        string expected = $"a time such as 2026-01-31T12:00:00Z for \"{name}\"";
        JsonPart part = Required(name);
        return DateTimeOffset.TryParse(
            Text(part, expected), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw Error(part, $"expected {expected}, found '{part.Scalar}'");
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
    /// A policy: an object, whose text is taken as it stands in the file but for the indentation that is the file's,
    /// or a string, whose content is the text.
    /// </summary>
    public PolicyDocument Policy(JsonPart part)
    {
        if (part.Kind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            throw Error(part, $"expected a policy, as an object or as a string, found {Found(part)}");
        }

        if (part.Kind == JsonValueKind.Object)
        {
            return PolicyDocument.Parse(Unindent(PolicyReader.Read(_source, part).ToJson()));
        }

        try
        {
            return PolicyDocument.Parse(part.Scalar!);
        }
        catch (DocumentFormatException exception)
        {
            throw Error(part, $"{exception.Problem} (line {exception.Line}, column {exception.Column} of this policy)");
        }
    }

    public DocumentFormatException Error(JsonPart part, string problem) => _source.Error(part, problem);

    // The last line, with the closing brace, tells how far the file indents the policy. A line break is never inside a string.
    private static string Unindent(string text)
    {
        string last = text[(text.LastIndexOf('\n') + 1)..];
        string indent = last[..(last.Length - last.TrimStart().Length)];
        return text.Replace("\n" + indent, "\n", StringComparison.Ordinal);
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
