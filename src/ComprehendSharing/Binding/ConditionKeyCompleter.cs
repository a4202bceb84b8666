using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Binding;

/// <summary>Completes the condition keys of Comprehend's actions, and says of which type each is.</summary>
public sealed class ConditionKeyCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
        ConditionKeyTable.All.SelectMany(row => row.Key).Distinct()
            .Select(key => (key.Name, key.IsMultivalued ? $"{key.Type}, several values" : $"{key.Type}, one value"));
}
