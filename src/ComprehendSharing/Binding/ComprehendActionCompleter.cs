using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Binding;

/// <summary>Completes the actions of Comprehend, and says which condition keys each can carry.</summary>
public sealed class ComprehendActionCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
        ConditionKeyTable.All.Select(row => (row.Action, row.ToString()));
}
