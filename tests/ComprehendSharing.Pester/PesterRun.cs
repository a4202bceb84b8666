using System.Text.Json;

namespace ComprehendSharing.Pester;

/// <summary>One run of all Pester tests, in a pwsh of its own.</summary>
public sealed class PesterRun
{
    private readonly Dictionary<string, PesterFile> _files = [];

    public PesterRun()
    {
        if (PowerShellHost.WhyNot is not null)
        {
            return;
        }

        string result = Path.GetTempFileName();
        try
        {
            string script = Path.Combine(PowerShellHost.RepositoryRoot, "tests", "Invoke-PesterSuite.ps1");
            Output = PowerShellHost.Run("-File", script, "-ResultPath", result).Output;
            string json = File.ReadAllText(result);
            if (json.Length > 0)
            {
                _files = JsonSerializer.Deserialize<PesterFile[]>(json)!.ToDictionary(file => file.Name);
            }
        }
        finally
        {
            File.Delete(result);
        }
    }

    /// <summary>What pwsh printed.</summary>
    public string Output { get; } = string.Empty;

    /// <summary>The outcome of one file; null when the run did not come to it.</summary>
    public PesterFile? this[string name] => _files.GetValueOrDefault(name);
}
