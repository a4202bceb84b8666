using System.Text.Json;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>One principal of a statement, and where it stands.</summary>
internal sealed record LocatedPrincipal(PrincipalEntry Entry, JsonPart Part, string Path)
{
    private static readonly string[] s_elements = ["Principal", "NotPrincipal"];

    /// <summary>The principals under <c>Principal</c>.</summary>
    public static IEnumerable<LocatedPrincipal> Of(StatementUnderTest statement) => Of(statement, "Principal");

    /// <summary>The principals under <c>Principal</c> and <c>NotPrincipal</c>.</summary>
    public static IEnumerable<LocatedPrincipal> All(StatementUnderTest statement) =>
        s_elements.SelectMany(element => Of(statement, element));

    /// <summary>The principals of other accounts; none when the policy's own account is not known.</summary>
    public static IReadOnlyList<LocatedPrincipal> External(PolicyUnderTest policy, StatementUnderTest statement) =>
    [
        .. Of(statement).Where(
            located => policy.Owner is { } owner && located.Entry.Principal?.AccountId is { } account && account != owner),
    ];

    /// <summary>The principals as a message names them.</summary>
    public static string Names(IEnumerable<LocatedPrincipal> principals) =>
        string.Join(", ", principals.Select(located => located.Entry.Value));

    private static IEnumerable<LocatedPrincipal> Of(StatementUnderTest statement, string element)
    {
        if (statement.Find(element) is not { } part)
        {
            return [];
        }

        string path = $"{statement.Path}.{element}";
        return part.Kind == JsonValueKind.Object
            ? part.Members.SelectMany(member => LocatedValue.Of(member.Value, $"{path}.{member.Name}")
                .Select(value => new LocatedPrincipal(new PrincipalEntry(member.Name, value.Text), value.Part, value.Path)))
            : [new LocatedPrincipal(new PrincipalEntry("AWS", part.Scalar!), part, path)];
    }
}
