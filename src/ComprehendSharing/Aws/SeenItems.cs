// What this runspace has come to know, for completion. Nothing is asked of AWS for it.
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>The models and keys that calls of this runspace have met, and those of its sandbox.</summary>
internal sealed class SeenItems
{
    private static readonly ConditionalWeakTable<Runspace, SeenItems> s_byRunspace = [];

    private readonly Dictionary<ModelArn, string> _models = [];
    private readonly Dictionary<KeyArn, string> _keys = [];

    public static SeenItems Current => s_byRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The models, each with what is known of it.</summary>
    public IEnumerable<KeyValuePair<ModelArn, string>> Models => _models;

    /// <summary>The keys, each with what is known of it.</summary>
    public IEnumerable<KeyValuePair<KeyArn, string>> Keys => _keys;

    public void Add(ComprehendModel model) => _models[model.ModelArn] = $"{model.Kind} {model.Name} {model.VersionName}, {model.Status}";

    public void Add(KeyDescription key) => _keys[key.KeyArn] = $"{key.KeyManager} managed key, {key.KeyState}";

    public void Add(SandboxState sandbox)
    {
        foreach (SandboxModel model in sandbox.Model)
        {
            Add(model);
        }

        foreach (SandboxKey key in sandbox.Key)
        {
            Add(new KeyDescription(key.KeyArn, key.KeyState, key.KeyManager));
        }
    }
}
