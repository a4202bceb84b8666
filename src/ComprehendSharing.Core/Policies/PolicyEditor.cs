// Edits of a policy's text that leave every other byte as it was, and that a later removal undoes to the byte.
using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Policies;

/// <summary>Adds to and removes from the "one or many" places of a policy: its statements and the values of a condition.</summary>
/// <remarks>
/// Where there was one value and not a list, the list that an addition makes has a blank before its first comma, which no
/// other addition writes. So a removal can tell, and the single value comes back without brackets.
/// </remarks>
internal static class PolicyEditor
{
    private const string WrapMark = " ,";

    public static PolicyDocument AddStatement(PolicyDocument document, PolicyStatement statement)
    {
        JsonSource source = document.Source;
        JsonPart list = source.Root["Statement"]!;
        return Edit(source, Append(source, list, Layout(source, list, statement)));
    }

    public static PolicyDocument RemoveStatement(PolicyDocument document, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, document.Statement.Count);
        return Edit(document.Source, Remove(document.Source, document.Source.Root["Statement"]!, index));
    }

    public static PolicyDocument AddConditionValue(PolicyDocument document, int statement, PolicyCondition condition, string value)
    {
        JsonPart list = ConditionValues(document, statement, condition);
        return Edit(document.Source, Append(document.Source, list, " " + PolicyWriter.Quote(value)));
    }

    public static PolicyDocument RemoveConditionValue(PolicyDocument document, int statement, PolicyCondition condition, string value)
    {
        JsonPart list = ConditionValues(document, statement, condition);
        return Edit(document.Source, Remove(document.Source, list, IndexOf(list, value)));
    }

    /// <summary>Takes a principal out of a statement that has others of the same type.</summary>
    public static PolicyDocument RemovePrincipal(PolicyDocument document, int statement, PrincipalEntry principal)
    {
        JsonPart list = StatementPart(document, statement)["Principal"]![principal.Type]!;
        return Edit(document.Source, Remove(document.Source, list, IndexOf(list, principal.Value)));
    }

    private static PolicyDocument Edit(JsonSource source, (int Start, int End, string Text) change) =>
        PolicyReader.Read(source.Splice(change.Start, change.End, change.Text));

    private static JsonPart StatementPart(PolicyDocument document, int index) =>
        document.Source.Root["Statement"]!.OneOrMany[index];

    private static JsonPart ConditionValues(PolicyDocument document, int statement, PolicyCondition condition) =>
        StatementPart(document, statement)["Condition"]![condition.Operator]![condition.Key]!;

    // The last one: where a value stands twice, a removal undoes the addition.
    private static int IndexOf(JsonPart list, string value)
    {
        IReadOnlyList<JsonPart> items = list.OneOrMany;
        return Enumerable.Range(0, items.Count).Last(index => items[index].Scalar == value);
    }

    private static (int Start, int End, string Text) Append(JsonSource source, JsonPart list, string text)
    {
        if (list.Kind != JsonValueKind.Array)
        {
            return (list.Start, list.End, $"[{source.Slice(list)}{WrapMark}{text}]");
        }

        return list.Items.Count == 0
            ? (list.Start + 1, list.Start + 1, text)
            : (list.Items[^1].End, list.Items[^1].End, "," + text);
    }

    private static (int Start, int End, string Text) Remove(JsonSource source, JsonPart list, int index)
    {
        if (list.Kind != JsonValueKind.Array)
        {
            return (list.Start, list.End, "[]");
        }

        List<JsonPart> items = list.Items;
        if (items.Count == 2 && IsWrapped(source, list))
        {
            return (list.Start, list.End, source.Slice(items[1 - index]));
        }

        return index switch
        {
            _ when items.Count == 1 => (list.Start + 1, items[0].End, string.Empty),
            _ when index == items.Count - 1 => (items[index - 1].End, items[index].End, string.Empty),
            _ => (items[index].Start, items[index + 1].Start, string.Empty),
        };
    }

    private static bool IsWrapped(JsonSource source, JsonPart list) =>
        list.Items[0].Start == list.Start + 1
        && source.Slice(list.Items[0].End, list.Items[1].Start).StartsWith(WrapMark, StringComparison.Ordinal)
        && list.Items[1].End == list.End - 1;

    // A new statement stands as its neighbours do: on lines of its own and indented like them, or in the same line.
    private static string Layout(JsonSource source, JsonPart list, PolicyStatement statement)
    {
        JsonPart? neighbour = list.OneOrMany.Count > 0 ? list.OneOrMany[^1] : null;
        string before = source.Slice(0, neighbour?.Start ?? list.Start);
        string line = before[(before.LastIndexOf('\n') + 1)..];
        bool isIndented = neighbour is not null && source.Slice(neighbour).Contains('\n', StringComparison.Ordinal);
        if (!isIndented)
        {
            return PolicyWriter.Compact(statement.ToJson());
        }

        string indent = line[..(line.Length - line.TrimStart().Length)];
        string lineBreak = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return lineBreak + indent + PolicyWriter.Indent(statement.ToJson(), indent, lineBreak);
    }
}
