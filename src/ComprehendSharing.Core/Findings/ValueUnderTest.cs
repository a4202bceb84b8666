using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Findings;

/// <summary>One of the values of an element.</summary>
/// <param name="Part">Its place in the text.</param>
/// <param name="Path">Its path, such as <c>Statement[0].Action[1]</c>; without an index where the element is no list.</param>
internal sealed record ValueUnderTest(JsonPart Part, string Path)
{
    public string Text => Part.Scalar ?? string.Empty;

    /// <summary>The values of an element.</summary>
    public static IReadOnlyList<ValueUnderTest> Of(JsonPart element, string path) => element.Kind == JsonValueKind.Array
        ? [.. element.Items.Select((item, index) => new ValueUnderTest(item, $"{path}[{index}]"))]
        : [new ValueUnderTest(element, path)];

    /// <summary>The values of an element of a statement; none where it has no such element.</summary>
    public static IReadOnlyList<ValueUnderTest> Of(StatementUnderTest statement, string element) =>
        statement.Find(element) is { } part ? Of(part, $"{statement.Path}.{element}") : [];
}
