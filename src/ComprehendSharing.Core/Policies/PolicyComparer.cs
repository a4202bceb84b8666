// When two policies say the same: the list of what may differ is that of IAM's own normalisation.
using System.Globalization;
using System.Text;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Policies;

/// <summary>Compares policies by meaning.</summary>
/// <remarks>
/// A value and a list of that one value are the same; so are lists in another order, an account id and its root ARN,
/// <c>"*"</c> and <c>{"AWS": "*"}</c>, true and <c>"true"</c>, and action names and condition keys in another case. Sid, Id
/// and Version are compared.
/// </remarks>
public static class PolicyComparer
{
    /// <summary>Whether two policies say the same.</summary>
    /// <param name="left">One policy.</param>
    /// <param name="right">The other policy.</param>
    public static bool AreEquivalent(PolicyDocument left, PolicyDocument right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.ToJson() == right.ToJson() || Canonical(left) == Canonical(right);
    }

    /// <summary>Whether two statements say the same.</summary>
    /// <param name="left">One statement.</param>
    /// <param name="right">The other statement.</param>
    public static bool AreEquivalent(PolicyStatement left, PolicyStatement right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Canonical(left) == Canonical(right);
    }

    /// <summary>What two policies do not have in common, statement by statement.</summary>
    /// <param name="reference">The policy that the other one is compared with.</param>
    /// <param name="difference">The other policy.</param>
    /// <returns>
    /// First what the two documents say of themselves, then the statements of the reference, then those of the other policy;
    /// nothing exactly when the two are equivalent.
    /// </returns>
    public static ValueList<PolicyStatementDifference> Compare(PolicyDocument reference, PolicyDocument difference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(difference);
        return PolicyDifference.Of(reference, difference).Describe(reference, difference);
    }

    /// <summary>A text that two principals share exactly when they mean the same.</summary>
    internal static string Canonical(PrincipalEntry entry) =>
        entry.Principal is { Kind: PrincipalKind.Account } account
            ? Join("AWS", account.AccountId!.Value)
            : Join(entry.Type, entry.Value);

    /// <summary>The elements of a statement, each with a text that two statements share exactly when they mean the same.</summary>
    internal static IEnumerable<(string Name, string Canonical)> Elements(PolicyStatement statement) =>
    [
        (nameof(statement.Sid), statement.Sid ?? string.Empty),
        (nameof(statement.Effect), statement.Effect.ToString()),
        (nameof(statement.Principal), Set(statement.Principal.Select(Canonical))),
        (nameof(statement.NotPrincipal), Set(statement.NotPrincipal.Select(Canonical))),
        (nameof(statement.Action), Set(statement.Action.Select(action => action.ToLowerInvariant()))),
        (nameof(statement.NotAction), Set(statement.NotAction.Select(action => action.ToLowerInvariant()))),
        (nameof(statement.Resource), Set(statement.Resource)),
        (nameof(statement.NotResource), Set(statement.NotResource)),
        (nameof(statement.Condition), Set(statement.Condition.Select(c => Join(c.Operator, c.Key.ToLowerInvariant(), Set(c.Value))))),
        (nameof(statement.UnknownMember), Set(statement.UnknownMember)),
    ];

    /// <summary>The elements of a document but for its statements, each with such a text.</summary>
    internal static IEnumerable<(string Name, string Canonical)> Elements(PolicyDocument document) =>
    [
        (nameof(document.Version), document.Version ?? "2008-10-17"),
        (nameof(document.Id), document.Id ?? string.Empty),
        (nameof(document.UnknownMember), Set(document.UnknownMember)),
    ];

    /// <summary>A text that two statements share exactly when they say the same.</summary>
    internal static string Canonical(PolicyStatement statement) => Join([.. Elements(statement).Select(element => element.Canonical)]);

    private static string Canonical(PolicyDocument document) =>
        Join([.. Elements(document).Select(element => element.Canonical), Set(document.Statement.Select(Canonical))]);

    private static string Set(IEnumerable<string> values) => Join([.. values.Distinct().Order(StringComparer.Ordinal)]);

    // Lengths in front, so that no value can pass for two.
    private static string Join(params string[] values)
    {
        StringBuilder text = new();
        foreach (string value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        return text.ToString();
    }
}
