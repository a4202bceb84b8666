using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Action and NotAction: wildcards, and no case.</summary>
internal static class ActionElement
{
    public static ElementMatch Match(PolicyStatement statement, string action) => ElementMatch.OfPair(
        "Action",
        statement.Action,
        statement.NotAction,
        action,
        pattern => WildcardMatcher.IsMatch(pattern, action, ignoreCase: true) ? MatchAnswer.Yes : MatchAnswer.No);
}
