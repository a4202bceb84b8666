// What AWS looks like when a sandbox starts. docs/scenario.schema.json describes the file.
using System.Reflection;

namespace ComprehendSharing.Sandbox;

/// <summary>AWS accounts with their principals, keys and models, and what is to go wrong there.</summary>
public sealed record SandboxScenario
{
    private static readonly Lazy<string> s_defaultJson = new(ReadDefault);
    private static readonly Lazy<SandboxScenario> s_default = new(() => Parse(DefaultJson));

    internal SandboxScenario()
    {
    }

    /// <summary>The scenario that comes with the module: an owner with two models, one of them encrypted, and a role to train more, and a partner.</summary>
    public static SandboxScenario Default => s_default.Value;

    /// <summary>The text of <see cref="Default"/>.</summary>
    public static string DefaultJson => s_defaultJson.Value;

    /// <summary>The region of callers that name none.</summary>
    public required string Region { get; init; }

    /// <summary>The accounts.</summary>
    public required ValueList<SandboxAccount> Account { get; init; }

    /// <summary>The keys of all accounts.</summary>
    public required ValueList<SandboxKey> Key { get; init; }

    /// <summary>The models of all accounts. They keep the status that they have here.</summary>
    public required ValueList<SandboxModel> Model { get; init; }

    /// <summary>What goes wrong.</summary>
    public required ValueList<SandboxFault> Fault { get; init; }

    /// <summary>What to rehearse; null when the file does not say and has no second account, or no model of the first profile.</summary>
    public SandboxRehearsal? Rehearsal { get; init; }

    /// <summary>Reads a scenario.</summary>
    /// <param name="json">The text of the scenario.</param>
    /// <exception cref="DocumentFormatException"><c>InvalidScenario</c>: it is not JSON or not a scenario; line and column say where.</exception>
    public static SandboxScenario Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ScenarioReader.Read(json);
    }

    private static string ReadDefault()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("default-scenario.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
