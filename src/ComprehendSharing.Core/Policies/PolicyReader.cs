// From JSON to a policy: what the grammar of the policy language asks for, and where a text departs from it.
using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Policies;

/// <summary>Reads policies.</summary>
public static class PolicyReader
{
    private static readonly string[] s_documentMembers = ["Version", "Id", "Statement"];

    private static readonly string[] s_statementMembers =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The text of the policy.</param>
    /// <exception cref="DocumentFormatException"><c>InvalidPolicy</c>: it is not JSON or not a policy; line and column say where.</exception>
    public static PolicyDocument Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSource source = JsonSource.Read(json, JsonDocumentKind.Policy);
        return Read(source, source.Root);
    }

    /// <summary>Reads a policy that is one value of a larger text.</summary>
    internal static PolicyDocument Read(JsonSource source, JsonPart root)
    {
        Require(source, root, JsonValueKind.Object, "a policy is an object, {…}");
        JsonPart statement = root["Statement"] ?? throw source.Error(root.End - 1, "expected the member \"Statement\" before the end of the policy");
        if (statement.Kind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            throw source.Error(statement, "\"Statement\" is an object or a list of objects");
        }

        bool isWhole = root == source.Root;
        return new PolicyDocument(isWhole ? source.Text : source.Slice(root), isWhole ? source : null)
        {
            Version = Text(source, root, "Version"),
            Id = Text(source, root, "Id"),
            Statement = new ValueList<PolicyStatement>(statement.OneOrMany.Select(part => ReadStatement(source, part))),
            UnknownMember = Unknown(source, root, s_documentMembers),
        };
    }

    private static PolicyStatement ReadStatement(JsonSource source, JsonPart part)
    {
        Require(source, part, JsonValueKind.Object, "a statement is an object, {…}");
        return new PolicyStatement
        {
            Sid = Text(source, part, "Sid"),
            Effect = Effect(source, part),
            Principal = Principals(source, part["Principal"]),
            NotPrincipal = Principals(source, part["NotPrincipal"]),
            Action = Texts(source, part["Action"], "\"Action\""),
            NotAction = Texts(source, part["NotAction"], "\"NotAction\""),
            Resource = Texts(source, part["Resource"], "\"Resource\""),
            NotResource = Texts(source, part["NotResource"], "\"NotResource\""),
            Condition = Conditions(source, part["Condition"]),
            UnknownMember = Unknown(source, part, s_statementMembers),
            SourceText = source.Slice(part),
        };
    }

    private static PolicyEffect Effect(JsonSource source, JsonPart statement) => Text(source, statement, "Effect") switch
    {
        "Allow" => PolicyEffect.Allow,
        "Deny" => PolicyEffect.Deny,
        null => throw source.Error(statement, "this statement has no \"Effect\""),
        _ => throw source.Error(statement["Effect"]!, "\"Effect\" is \"Allow\" or \"Deny\", with this case"),
    };

    private static ValueList<PrincipalEntry> Principals(JsonSource source, JsonPart? part)
    {
        if (part is null)
        {
            return [];
        }

        if (part.Kind == JsonValueKind.String && part.Scalar == "*")
        {
            return new ValueList<PrincipalEntry>([new PrincipalEntry("AWS", "*")]);
        }

        Require(source, part, JsonValueKind.Object, "a principal is \"*\" or an object such as {\"AWS\": …}");
        return new ValueList<PrincipalEntry>(
            part.Members.SelectMany(
                member => Texts(source, member.Value, $"\"{member.Name}\"").Select(value => new PrincipalEntry(member.Name, value))));
    }

    private static ValueList<PolicyCondition> Conditions(JsonSource source, JsonPart? part)
    {
        if (part is null)
        {
            return [];
        }

        Require(source, part, JsonValueKind.Object, "\"Condition\" is an object, {operator: {key: value}}");
        List<PolicyCondition> conditions = [];
        foreach (JsonMember op in part.Members)
        {
            Require(source, op.Value, JsonValueKind.Object, $"\"{op.Name}\" is an object, {{key: value}}");
            foreach (JsonMember key in op.Value.Members)
            {
                if (key.Value.OneOrMany.FirstOrDefault(value => !value.IsScalar) is { } wrong)
                {
                    throw source.Error(wrong, $"\"{key.Name}\" is a string, a number, true, false or a list of these");
                }

                conditions.Add(new PolicyCondition(op.Name, key.Name, key.Value.OneOrMany.Select(value => value.Scalar!)));
            }
        }

        return new ValueList<PolicyCondition>(conditions);
    }

    private static string? Text(JsonSource source, JsonPart parent, string name)
    {
        JsonPart? part = parent[name];
        if (part is not null)
        {
            Require(source, part, JsonValueKind.String, $"\"{name}\" is a string");
        }

        return part?.Scalar;
    }

    private static ValueList<string> Texts(JsonSource source, JsonPart? part, string what)
    {
        if (part is null)
        {
            return [];
        }

        if (part.OneOrMany.FirstOrDefault(value => value.Kind != JsonValueKind.String) is { } wrong)
        {
            throw source.Error(wrong, $"{what} is a string or a list of strings");
        }

        return new ValueList<string>(part.OneOrMany.Select(value => value.Scalar!));
    }

    private static ValueList<string> Unknown(JsonSource source, JsonPart part, string[] known) =>
        new(part.Members
            .Where(member => !known.Contains(member.Name))
            .Select(member => PolicyWriter.Compact(source.Slice(member.NameStart, member.Value.End))));

    private static void Require(JsonSource source, JsonPart part, JsonValueKind kind, string rule)
    {
        if (part.Kind != kind)
        {
            throw source.Error(part, rule);
        }
    }
}
