// A JSON text read once, with the position of every value, so that an edit can leave all else byte for byte as it was.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ComprehendSharing.Json;

/// <summary>A JSON text with the place of every value in it.</summary>
internal sealed class JsonSource
{
    /// <summary>Longer texts are refused before they are read: eight times what KMS accepts as a policy.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>As many objects and lists may stand inside one another.</summary>
    public const int MaxDepth = 64;

    private const string AfterMember = "',' and another member, or '}'";
    private const string AfterItem = "',' and another value, or ']'";

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonDocumentKind _kind;
    private readonly byte[] _utf8;

    // While the text is being read: what would be right at the next place, and where the last token ended.
    private string _expected = "an object, {…}";
    private long _lastEnd;

    private JsonSource(string text, JsonDocumentKind kind)
    {
        Text = text;
        _kind = kind;
        _utf8 = Encode(text, kind);
        Root = ReadRoot();
    }

    /// <summary>The text as it was read.</summary>
    public string Text { get; }

    /// <summary>The outermost value.</summary>
    public JsonPart Root { get; }

    /// <summary>Reads a text.</summary>
    /// <exception cref="DocumentFormatException">It is not JSON, has a member twice, or is too long.</exception>
    public static JsonSource Read(string text, JsonDocumentKind kind) => new(text, kind);

    /// <summary>The text of one value, as it stands in the source.</summary>
    public string Slice(JsonPart part) => Slice(part.Start, part.End);

    /// <summary>The text between two byte offsets.</summary>
    public string Slice(int start, int end) => s_strictUtf8.GetString(_utf8, start, end - start);

    /// <summary>The text with the bytes between two offsets replaced.</summary>
    public string Splice(int start, int end, string replacement) =>
        string.Concat(Slice(0, start), replacement, Slice(end, _utf8.Length));

    /// <summary>An error about one value.</summary>
    public DocumentFormatException Error(JsonPart part, string problem) => Error(part.Start, problem);

    /// <summary>An error about the byte at an offset.</summary>
    public DocumentFormatException Error(int offset, string problem)
    {
        (int line, int column) = Locate(offset);
        return Errors.InvalidDocument(_kind, line, column, problem);
    }

    /// <summary>The line and the column of the byte at an offset, both from 1.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        string before = Encoding.UTF8.GetString(_utf8, 0, Math.Min(offset, _utf8.Length));
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static byte[] Encode(string text, JsonDocumentKind kind)
    {
        if (text.Length > MaxLength)
        {
            throw Errors.InvalidDocument(kind, 1, 1, $"the text has {text.Length} characters, and {MaxLength} are the most that is read");
        }

        try
        {
            return s_strictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException exception)
        {
            int line = text.AsSpan(0, exception.Index).Count('\n') + 1;
            int column = exception.Index - text.LastIndexOf('\n', exception.Index);
            throw Errors.InvalidDocument(kind, line, column, "half of a surrogate pair is no character");
        }
    }

    private JsonPart ReadRoot()
    {
        // One level more than is accepted, so that the error about the depth is ours.
        Utf8JsonReader reader = new(_utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        try
        {
            Advance(ref reader);
            JsonPart root = ReadValue(ref reader);
            _expected = "the end of the text";
            Advance(ref reader);
            return root;
        }
        catch (JsonException exception)
        {
            int offset = OffsetOf(exception);
            throw Error(offset, $"expected {Expected(reader, offset)}, found {Found(offset)}");
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escaped half of a surrogate pair.
            throw Error((int)reader.TokenStartIndex, "a string with an escape that stands for no character");
        }
    }

    private bool Advance(ref Utf8JsonReader reader)
    {
        bool isToken = reader.Read();
        _lastEnd = reader.BytesConsumed;
        return isToken;
    }

    private JsonPart ReadValue(ref Utf8JsonReader reader)
    {
        JsonPart part = new()
        {
            Kind = KindOf(reader.TokenType),
            Start = (int)reader.TokenStartIndex,
            Scalar = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.ASCII.GetString(reader.ValueSpan),
                _ => null,
            },
        };
        if (reader.CurrentDepth >= MaxDepth && part.Kind is JsonValueKind.Object or JsonValueKind.Array)
        {
            throw Error(part, $"more than {MaxDepth} objects and lists stand inside one another");
        }

        if (part.Kind == JsonValueKind.Object)
        {
            ReadMembers(ref reader, part);
        }
        else if (part.Kind == JsonValueKind.Array)
        {
            ReadItems(ref reader, part);
        }

        part.End = (int)reader.BytesConsumed;
        return part;
    }

    private void ReadMembers(ref Utf8JsonReader reader, JsonPart part)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        _expected = "a member name in double quotes or '}'";
        while (Advance(ref reader) && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            int nameStart = (int)reader.TokenStartIndex;
            if (!names.Add(name))
            {
                throw Error(nameStart, $"the member \"{name}\" stands twice in the same object");
            }

            _expected = $"a value for \"{name}\"";
            Advance(ref reader);
            part.Members.Add(new JsonMember(name, nameStart, ReadValue(ref reader)));
            _expected = AfterMember;
        }
    }

    private void ReadItems(ref Utf8JsonReader reader, JsonPart part)
    {
        _expected = "a value or ']'";
        while (Advance(ref reader) && reader.TokenType != JsonTokenType.EndArray)
        {
            part.Items.Add(ReadValue(ref reader));
            _expected = AfterItem;
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private int OffsetOf(JsonException exception)
    {
        int offset = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            offset = Array.IndexOf(_utf8, (byte)'\n', offset) + 1;
        }

        offset = Math.Min(offset + (int)(exception.BytePositionInLine ?? 0), _utf8.Length);

        // Where a comma is the last character, the reader points at it and not behind it.
        bool isRightComma = _expected is AfterMember or AfterItem && !IsAfterComma(offset);
        return isRightComma && offset == _utf8.Length - 1 && _utf8[offset] == ',' ? offset + 1 : offset;
    }

    private string Expected(Utf8JsonReader reader, int offset)
    {
        int start = (int)reader.TokenStartIndex;
        if (start >= _lastEnd && start < offset && _utf8[start] == '"')
        {
            return reader.BytesConsumed > start
                ? "':' behind the member name"
                : "the rest of a string, in which control characters and backslashes are written as escapes";
        }

        return _expected switch
        {
            AfterMember when IsAfterComma(offset) => "another member name in double quotes",
            AfterItem when IsAfterComma(offset) => "another value",
            _ => _expected,
        };
    }

    private string Found(int offset)
    {
        if (Rune.DecodeFromUtf8(_utf8.AsSpan(offset), out Rune found, out _) != OperationStatus.Done)
        {
            return "the end of the text";
        }

        return Rune.GetUnicodeCategory(found) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => $"the character U+{found.Value:X4}",
            _ when found.Value is '}' or ']' && IsAfterComma(offset) => $"'{found}' after a trailing comma",
            _ => $"'{found}'",
        };
    }

    private bool IsAfterComma(int offset) => _utf8.AsSpan(0, offset).TrimEnd(" \t\r\n"u8).EndsWith(","u8);
}
