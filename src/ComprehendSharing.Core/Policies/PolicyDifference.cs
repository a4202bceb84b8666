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

    private static ValueList<PolicyStatement> Only(PolicyDocument? policy, PolicyDocument? other) =>
    [
        .. (policy?.Statement ?? []).Where(statement => other?.Statement.Any(s => PolicyComparer.AreEquivalent(s, statement)) != true),
    ];

    private static string Line(char sign, PolicyStatement statement) => $"\n  {sign} {PolicyWriter.Compact(statement.ToJson())}";
}
