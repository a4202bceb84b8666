namespace ComprehendSharing.Policies;

/// <summary>What two policies do not have in common, by meaning.</summary>
/// <param name="Left">The statements that only the first has.</param>
/// <param name="Right">The statements that only the second has.</param>
internal sealed record PolicyDifference(ValueList<PolicyStatement> Left, ValueList<PolicyStatement> Right)
{
    /// <summary>Compares two policies, either of which may be missing.</summary>
    public static PolicyDifference Of(PolicyDocument? left, PolicyDocument? right) => new(Only(left, right), Only(right, left));

    /// <summary>A line for each statement: <c>-</c> for those of the first, <c>+</c> for those of the second.</summary>
    public override string ToString() => string.Concat(
        Left.Select(statement => Line('-', statement)).Concat(Right.Select(statement => Line('+', statement))));

    /// <summary>The same for people: side by side where two statements have the same Sid.</summary>
    public ValueList<PolicyStatementDifference> Describe(PolicyDocument reference, PolicyDocument difference)
    {
        ValueList<PolicyElementDifference> own = Differing(
            PolicyComparer.Elements(reference), PolicyComparer.Elements(difference), name => Values(reference, name), name => Values(difference, name));
        return
        [
            .. own.Count == 0 ? [] : Sides.Select(side => new PolicyStatementDifference { SideIndicator = side, Element = own }),
            .. Left.Select(statement => Describe(PolicyStatementDifference.OnlyInReference, statement, Right)),
            .. Right.Select(statement => Describe(PolicyStatementDifference.OnlyInDifference, statement, Left)),
        ];
    }

    private static string[] Sides => [PolicyStatementDifference.OnlyInReference, PolicyStatementDifference.OnlyInDifference];

    private PolicyStatementDifference Describe(string side, PolicyStatement statement, ValueList<PolicyStatement> others)
    {
        // A Sid that stands several times does not say which of them is the counterpart.
        bool isLeft = side == PolicyStatementDifference.OnlyInReference;
        bool isUnique = !string.IsNullOrEmpty(statement.Sid) && Named(Left, statement.Sid) == 1 && Named(Right, statement.Sid) == 1;
        PolicyStatement? other = isUnique ? others.First(one => one.Sid == statement.Sid) : null;
        (PolicyStatement left, PolicyStatement right) = isLeft ? (statement, other ?? statement) : (other ?? statement, statement);
        return new PolicyStatementDifference
        {
            SideIndicator = side,
            Statement = statement,
            Element = Differing(
                PolicyComparer.Elements(left), PolicyComparer.Elements(right), name => Values(left, name), name => Values(right, name)),
        };
    }

    private static int Named(ValueList<PolicyStatement> statements, string sid) => statements.Count(statement => statement.Sid == sid);

    private static ValueList<PolicyElementDifference> Differing(
        IEnumerable<(string Name, string Canonical)> left,
        IEnumerable<(string Name, string Canonical)> right,
        Func<string, ValueList<string>> valuesOfLeft,
        Func<string, ValueList<string>> valuesOfRight) =>
    [
        .. left.Except(right).Select(element => new PolicyElementDifference(element.Name, valuesOfLeft(element.Name), valuesOfRight(element.Name))),
    ];

    private static ValueList<string> Values(PolicyDocument document, string element) => element switch
    {
        nameof(document.Version) => document.Version is null ? [] : [document.Version],
        nameof(document.Id) => document.Id is null ? [] : [document.Id],
        _ => document.UnknownMember,
    };

    private static ValueList<string> Values(PolicyStatement statement, string element) => element switch
    {
        nameof(statement.Effect) => [$"{statement.Effect}"],
        nameof(statement.Principal) => Principals(statement.Principal),
        nameof(statement.NotPrincipal) => Principals(statement.NotPrincipal),
        nameof(statement.Action) => statement.Action,
        nameof(statement.NotAction) => statement.NotAction,
        nameof(statement.Resource) => statement.Resource,
        nameof(statement.NotResource) => statement.NotResource,
        nameof(statement.Condition) => [.. statement.Condition.Select(condition => $"{condition}")],
        _ => statement.UnknownMember,
    };

    private static ValueList<string> Principals(ValueList<PrincipalEntry> entries) => [.. entries.Select(entry => $"{entry.Type}: {entry.Value}")];

    private static ValueList<PolicyStatement> Only(PolicyDocument? policy, PolicyDocument? other) =>
    [
        .. (policy?.Statement ?? []).Where(statement => other?.Statement.Any(s => PolicyComparer.AreEquivalent(s, statement)) != true),
    ];

    private static string Line(char sign, PolicyStatement statement) => $"\n  {sign} {PolicyWriter.Compact(statement.ToJson())}";
}
