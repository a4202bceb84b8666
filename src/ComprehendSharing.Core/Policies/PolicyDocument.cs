// A policy: its text, and what the text says. Reading and writing without an edit is the same text.
using System.Text;
using ComprehendSharing.Json;

namespace ComprehendSharing.Policies;

/// <summary>A policy document of IAM's language: a resource policy, a key policy, an identity or a trust policy.</summary>
/// <remarks>
/// Immutable. Its text is kept as it was read, with its white space, its order and the members that nobody here
/// understands; an edit changes only the statement it is about. Two documents are equal when their texts are; use
/// <see cref="PolicyComparer"/> for equality of meaning.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</see>
/// </remarks>
public sealed record PolicyDocument
{
    /// <summary>The version of the policy language that this module writes.</summary>
    public const string CurrentVersion = "2012-10-17";

    private readonly string _text;
    private JsonSource? _source;
    private string? _compactText;

    internal PolicyDocument(string text, JsonSource? source)
    {
        _text = text;
        _source = source;
    }

    /// <summary>The version of the policy language; null when the document has none, which means 2008-10-17.</summary>
    public string? Version { get; internal init; }

    /// <summary>The document's id; null when it has none.</summary>
    public string? Id { get; internal init; }

    /// <summary>The statements, in the order of the text.</summary>
    public ValueList<PolicyStatement> Statement { get; internal init; } = [];

    /// <summary>Members that IAM does not define, as <c>"name":value</c> in one line; they are kept.</summary>
    public ValueList<string> UnknownMember { get; internal init; } = [];

    /// <summary>The size of the text in bytes of UTF-8, the measure of KMS's limit.</summary>
    public int ByteCount => Encoding.UTF8.GetByteCount(_text);

    internal JsonSource Source => _source ??= JsonSource.Read(_text, JsonDocumentKind.Policy);

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The text of the policy.</param>
    /// <exception cref="DocumentFormatException"><c>InvalidPolicy</c>: it is not JSON or not a policy; line and column say where.</exception>
    public static PolicyDocument Parse(string json) => PolicyReader.Read(json);

    /// <summary>Makes a policy of version 2012-10-17 from statements.</summary>
    /// <param name="statements">The statements, in order.</param>
    public static PolicyDocument Create(params IEnumerable<PolicyStatement> statements)
    {
        ValueList<PolicyStatement> list = new(statements);
        return new PolicyDocument(PolicyWriter.WriteDocument(list), source: null) { Version = CurrentVersion, Statement = list };
    }

    /// <summary>The policy with a statement behind the others.</summary>
    /// <param name="statement">The statement to add.</param>
    public PolicyDocument Add(PolicyStatement statement) => PolicyEditor.AddStatement(this, statement);

    /// <summary>The policy without one statement.</summary>
    /// <param name="index">The statement's place, from 0.</param>
    public PolicyDocument RemoveAt(int index) => PolicyEditor.RemoveStatement(this, index);

    /// <summary>The policy's JSON: as it was read, or indented when it was made here.</summary>
    public string ToJson() => _text;

    /// <summary>The policy's JSON without line breaks, as PutResourcePolicy asks for.</summary>
    public string ToCompactJson() => _compactText ??= PolicyWriter.Compact(_text);

    /// <inheritdoc/>
    public bool Equals(PolicyDocument? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The policy's JSON.</summary>
    public override string ToString() => _text;
}
