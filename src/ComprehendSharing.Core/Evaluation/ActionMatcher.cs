using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Action and NotAction: wildcards, and no case.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</see></remarks>
internal sealed class ActionMatcher(PolicyStatement statement)
{
    private readonly bool _isNot = statement.Action.Count == 0;
    private readonly string[] _patterns = [.. statement.Action.Count == 0 ? statement.NotAction : statement.Action];

    public MatchAnswer Match(string action, MatchNotes? notes)
    {
        if (_patterns.Length == 0)
        {
            notes?.Mismatch("Action", "an action", "none, so the statement has no effect");
            return MatchAnswer.No;
        }

        if (statement.Action.Count > 0 && statement.NotAction.Count > 0)
        {
            notes?.NotDecided("Action", "Action together with NotAction is not allowed");
            return MatchAnswer.NotDecided;
        }

        bool isAny = false;
        foreach (string pattern in _patterns)
        {
            if (WildcardMatcher.IsMatch(pattern, action, ignoreCase: true))
            {
                isAny = true;
                break;
            }
        }

        if (isAny == _isNot)
        {
            notes?.Mismatch(_isNot ? "NotAction" : "Action", _isNot ? $"none of {statement.NotAction}" : statement.Action, action);
            return MatchAnswer.No;
        }

        return MatchAnswer.Yes;
    }
}
