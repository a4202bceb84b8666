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

    /// <summary>A text that two principals share exactly when they mean the same.</summary>
    internal static string Canonical(PrincipalEntry entry) =>
        entry.Principal is { Kind: PrincipalKind.Account } account
            ? Join("AWS", account.AccountId!.Value)
            : Join(entry.Type, entry.Value);

    private static string Canonical(PolicyDocument document) => Join(
        document.Version ?? "2008-10-17",
        document.Id ?? string.Empty,
        Set(document.Statement.Select(Canonical)),
        Set(document.UnknownMember));

    /// <summary>A text that two statements share exactly when they say the same.</summary>
    internal static string Canonical(PolicyStatement statement) => Join(
        statement.Sid ?? string.Empty,
        statement.Effect.ToString(),
        Set(statement.Principal.Select(Canonical)),
        Set(statement.NotPrincipal.Select(Canonical)),
        Set(statement.Action.Select(action => action.ToLowerInvariant())),
        Set(statement.NotAction.Select(action => action.ToLowerInvariant())),
        Set(statement.Resource),
        Set(statement.NotResource),
        Set(statement.Condition.Select(c => Join(c.Operator, c.Key.ToLowerInvariant(), Set(c.Value)))),
        Set(statement.UnknownMember));

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
