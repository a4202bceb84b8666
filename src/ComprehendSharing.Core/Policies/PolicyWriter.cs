// From statements to JSON: objects on lines of their own, lists in one line (a key policy has only 32 KB).
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComprehendSharing.Policies;

/// <summary>Writes policies.</summary>
public static class PolicyWriter
{
    /// <summary>The JSON of a policy with these statements, indented by two spaces.</summary>
    /// <param name="statements">The statements, in order.</param>
    public static string WriteDocument(IReadOnlyList<PolicyStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        IEnumerable<string> blocks = statements.Select(statement => "    " + Indent(statement.ToJson(), "    ", "\n"));
        return $$"""
            {
              "Version": "{{PolicyDocument.CurrentVersion}}",
              "Statement": [
            {{string.Join(",\n", blocks)}}
              ]
            }
            """;
    }

    /// <summary>The JSON of a statement from its elements.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="indented">Indented by two spaces, or in one line.</param>
    public static string WriteStatement(PolicyStatement statement, bool indented)
    {
        ArgumentNullException.ThrowIfNull(statement);
        List<string> members = [];
        if (statement.Sid is not null)
        {
            members.Add($"\"Sid\": {Quote(statement.Sid)}");
        }

        members.Add($"\"Effect\": \"{statement.Effect}\"");
        AddPrincipals(members, "Principal", statement.Principal);
        AddPrincipals(members, "NotPrincipal", statement.NotPrincipal);
        AddTexts(members, "Action", statement.Action);
        AddTexts(members, "NotAction", statement.NotAction);
        AddTexts(members, "Resource", statement.Resource);
        AddTexts(members, "NotResource", statement.NotResource);
        if (statement.Condition.Count > 0)
        {
            IEnumerable<string> operators = statement.Condition
                .GroupBy(condition => condition.Operator)
                .Select(group => $"{Quote(group.Key)}: {Block(group.Select(c => $"{Quote(c.Key)}: {OneOrMany(c.Value)}"))}");
            members.Add($"\"Condition\": {Block(operators)}");
        }

        members.AddRange(statement.UnknownMember);
        string text = Block(members);
        return indented ? text : Compact(text);
    }

    /// <summary>The same JSON without white space between its tokens.</summary>
    /// <param name="json">A valid JSON text.</param>
    public static string Compact(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        StringBuilder result = new(json.Length);
        bool inString = false;
        for (int i = 0; i < json.Length; i++)
        {
            char c = json[i];
            if (inString && c == '\\')
            {
                result.Append(c).Append(json[++i]);
                continue;
            }

            inString ^= c == '"';
            if (inString || c is not (' ' or '\t' or '\r' or '\n'))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>A text as a JSON string, with its quotes.</summary>
    internal static string Quote(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The lines of a JSON text after the first, indented.</summary>
    /// <remarks>Only CR LF and LF end a line: U+0085, U+2028 and U+2029 stand for themselves in a JSON string.</remarks>
    internal static string Indent(string text, string indent, string lineBreak) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", lineBreak + indent, StringComparison.Ordinal);

    private static void AddPrincipals(List<string> members, string name, ValueList<PrincipalEntry> principals)
    {
        if (principals.Count > 0)
        {
            IEnumerable<string> types = principals
                .GroupBy(entry => entry.Type)
                .Select(group => $"{Quote(group.Key)}: {OneOrMany([.. group.Select(entry => entry.Value)])}");
            members.Add($"\"{name}\": {Block(types)}");
        }
    }

    private static void AddTexts(List<string> members, string name, ValueList<string> values)
    {
        if (values.Count > 0)
        {
            members.Add($"\"{name}\": {OneOrMany(values)}");
        }
    }

    private static string OneOrMany(ValueList<string> values) =>
        values.Count == 1 ? Quote(values[0]) : $"[{string.Join(", ", values.Select(Quote))}]";

    private static string Block(IEnumerable<string> members) =>
        $"{{\n  {string.Join(",\n  ", members.Select(member => Indent(member, "  ", "\n")))}\n}}";
}
