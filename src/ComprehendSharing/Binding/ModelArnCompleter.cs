using ComprehendSharing.Aws;

namespace ComprehendSharing.Binding;

/// <summary>Completes model ARNs that this runspace has seen.</summary>
public sealed class ModelArnCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates()
    {
        if (ActiveSandbox.Current is { } sandbox)
        {
            SeenItems.Current.Add(sandbox.Describe());
        }

        return SeenItems.Current.Models.Select(model => (model.Key.Value, model.Value));
    }
}
