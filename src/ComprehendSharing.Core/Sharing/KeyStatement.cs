// One half of an access to a key, as a statement of exactly the shape that this module writes.
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>A statement of a key policy that has our shape: nothing more and nothing less than the template writes.</summary>
/// <param name="Index">The statement's place in its policy.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Condition">Its only condition.</param>
internal sealed record KeyStatement(int Index, PolicyStatement Statement, PolicyCondition Condition)
{
    /// <summary>Whether this module wrote it.</summary>
    public bool IsOurs => Statement.Sid?.StartsWith(KmsStatementTemplate.SidPrefix, StringComparison.Ordinal) == true;

    /// <summary>The statements of our shape in a policy.</summary>
    public static IEnumerable<KeyStatement> Find(PolicyDocument policy) =>
        policy.Statement.Select((statement, index) => TryRead(statement, index)).OfType<KeyStatement>();

    /// <summary>Whether it has the same actions and the same condition but for its values.</summary>
    public bool IsLike(PolicyStatement other) =>
        SameSet(Statement.Action, other.Action, StringComparer.OrdinalIgnoreCase)
        && Condition.Operator == other.Condition[0].Operator
        && Condition.Key.Equals(other.Condition[0].Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is for the same principals, no more and no fewer.</summary>
    public bool IsForSamePrincipals(PolicyStatement other) => SameSet(
        Statement.Principal.Select(PolicyComparer.Canonical), other.Principal.Select(PolicyComparer.Canonical), StringComparer.Ordinal);

    /// <summary>Whether it gives a principal one of its condition's values.</summary>
    public bool Gives(PrincipalEntry principal, string pattern) =>
        Statement.Principal.Any(entry => PolicyComparer.Canonical(entry) == PolicyComparer.Canonical(principal))
        && Condition.Value.Contains(pattern);

    /// <summary>A Sid that no statement of the policy has: this one, or this one with a number.</summary>
    public static string FreeSid(PolicyDocument policy, string sid) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? sid : $"{sid}x{number}")
            .First(candidate => policy.Statement.All(statement => statement.Sid != candidate));

    private static KeyStatement? TryRead(PolicyStatement statement, int index)
    {
        bool hasShape = statement is
            {
                Effect: PolicyEffect.Allow,
                NotPrincipal.Count: 0,
                NotAction.Count: 0,
                NotResource.Count: 0,
                UnknownMember.Count: 0,
                Principal.Count: > 0,
                Resource: ["*"],
                Condition.Count: 1,
            };
        return hasShape ? new KeyStatement(index, statement, statement.Condition[0]) : null;
    }

    private static bool SameSet(IEnumerable<string> left, IEnumerable<string> right, StringComparer comparer) =>
        left.ToHashSet(comparer).SetEquals(right);
}
