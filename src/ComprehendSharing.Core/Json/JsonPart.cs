// One value of a JSON text and the place where it stands in it.
using System.Text.Json;

namespace ComprehendSharing.Json;

/// <summary>A value in a <see cref="JsonSource"/>, with its extent in UTF-8 bytes.</summary>
internal sealed class JsonPart
{
    public required JsonValueKind Kind { get; init; }

    /// <summary>The offset of the first byte of the value.</summary>
    public required int Start { get; init; }

    /// <summary>The offset behind the last byte of the value.</summary>
    public int End { get; set; }

    /// <summary>The unescaped text of a string, or the literal text of a number or boolean.</summary>
    public string? Scalar { get; init; }

    public List<JsonMember> Members { get; } = [];

    public List<JsonPart> Items { get; } = [];

    public bool IsScalar => Kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    public JsonPart? this[string name] => Members.Find(member => member.Name == name)?.Value;

    /// <summary>The value itself, or the items of an array: IAM's "one or many".</summary>
    public IReadOnlyList<JsonPart> OneOrMany => Kind == JsonValueKind.Array ? Items : [this];
}
