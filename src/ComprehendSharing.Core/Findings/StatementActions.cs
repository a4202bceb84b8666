using ComprehendSharing.Evaluation;

namespace ComprehendSharing.Findings;

/// <summary>Which actions a statement is about.</summary>
internal static class StatementActions
{
    /// <summary>Whether an action is among those of the statement.</summary>
    public static bool Cover(StatementUnderTest statement, string action) =>
        new ActionMatcher(statement.Statement).Match(action, notes: null) == MatchAnswer.Yes;

    /// <summary>Those of some actions that the statement is about.</summary>
    public static IReadOnlyList<string> Covered(StatementUnderTest statement, IEnumerable<string> actions) =>
        [.. actions.Where(action => Cover(statement, action))];

    /// <summary>Whether a text of an Action element fits an action.</summary>
    public static bool Fits(string pattern, string action) => WildcardMatcher.IsMatch(pattern, action, ignoreCase: true);

    /// <summary>Whether a text of an Action element stands for all actions, or for all of a service.</summary>
    public static bool IsAll(string pattern)
    {
        string name = pattern[(pattern.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return name.Length > 0 && name.AsSpan().IndexOfAnyExcept('*') < 0;
    }
}
