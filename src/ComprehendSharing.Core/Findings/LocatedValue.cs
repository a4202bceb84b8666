using ComprehendSharing.Json;

namespace ComprehendSharing.Findings;

/// <summary>One text of an element, and where it stands.</summary>
internal sealed record LocatedValue(string Text, JsonPart Part, string Path)
{
    /// <summary>The texts of an element that is one text or a list of them.</summary>
    public static IEnumerable<LocatedValue> Of(StatementUnderTest statement, string element) =>
        statement.Find(element) is { } part ? Of(part, $"{statement.Path}.{element}") : [];

    internal static IEnumerable<LocatedValue> Of(JsonPart part, string path) =>
        part.OneOrMany.Select((item, index) => new LocatedValue(item.Scalar!, item, item == part ? path : $"{path}[{index}]"));
}
