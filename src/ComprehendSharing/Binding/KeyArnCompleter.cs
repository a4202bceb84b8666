using ComprehendSharing.Aws;

namespace ComprehendSharing.Binding;

/// <summary>Completes key ARNs that this runspace has seen.</summary>
public sealed class KeyArnCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates()
    {
        if (ActiveSandbox.Current is { } sandbox)
        {
            SeenItems.Current.Add(sandbox.Describe());
        }

        return SeenItems.Current.Keys.Select(key => (key.Key.Value, key.Value));
    }
}
