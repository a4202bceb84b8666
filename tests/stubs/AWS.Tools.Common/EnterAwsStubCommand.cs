using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Sandbox;

namespace Amazon.PowerShell.Common;

/// <summary>Lets the stubs of this runspace answer from a new sandbox; the one before is forgotten.</summary>
[Cmdlet(VerbsCommon.Enter, "AwsStub")]
[OutputType(typeof(void))]
public sealed class EnterAwsStubCommand : PSCmdlet
{
    /// <summary>A scenario file; the default scenario when it is left out.</summary>
    [Parameter(Position = 0)]
    public string? Path { get; set; }

    /// <summary>A call that names no credentials has those of the first profile, and one that names no region goes to the scenario's.</summary>
    [Parameter]
    public SwitchParameter DefaultProfile { get; set; }

    /// <summary>Access key id to profile name, or to a table of ProfileName, SecretKey and SessionToken.</summary>
    [Parameter]
    public Hashtable AccessKey { get; set; } = [];

    /// <summary>The most items of a page of a list.</summary>
    [Parameter]
    [ValidateRange(1, 500)]
    public int PageSize { get; set; } = 500;

    /// <summary>How far the sandbox's clock goes with every call.</summary>
    [Parameter]
    public TimeSpan TimePerCall { get; set; }

    protected override void EndProcessing()
    {
        SandboxScenario scenario = Path is null
            ? SandboxScenario.Default
            : SandboxScenario.Parse(File.ReadAllText(GetUnresolvedProviderPathFromPSPath(Path)));
        SandboxAws sandbox = new(scenario);
        StubWorld.Current = new StubWorld(sandbox, ReadKeys())
        {
            DefaultCaller = DefaultProfile ? new StubCaller("stored profile named 'default'", sandbox.ProfileNames[0]) : null,
            DefaultRegion = DefaultProfile ? scenario.Region : null,
            PageSize = PageSize,
            TimePerCall = TimePerCall,
        };
    }

    private Dictionary<string, StubAccessKey> ReadKeys()
    {
        Dictionary<string, StubAccessKey> keys = [];
        foreach (DictionaryEntry entry in AccessKey)
        {
            Hashtable values = entry.Value as Hashtable ?? new Hashtable { ["ProfileName"] = entry.Value };
            keys.Add((string)entry.Key, new StubAccessKey(
                values["ProfileName"]!.ToString()!, values["SecretKey"]?.ToString(), values["SessionToken"]?.ToString()));
        }

        return keys;
    }
}
