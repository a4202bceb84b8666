using System.Text.Json;
using Xunit.Abstractions;

namespace ComprehendSharing.Pester;

/// <summary>One run of Pester tests, in a pwsh of its own.</summary>
public abstract class PesterRun
{
    private readonly Dictionary<string, PesterFile> _files = [];

    /// <param name="over">How the cmdlets come to the sandbox, as Invoke-PesterSuite.ps1 has it.</param>
    protected PesterRun(string over)
    {
        if (PowerShellHost.WhyNot is not null)
        {
            return;
        }

        string result = Path.GetTempFileName();
        try
        {
            string script = Path.Combine(PowerShellHost.RepositoryRoot, "tests", "Invoke-PesterSuite.ps1");
            Output = PowerShellHost.Run("-File", script, "-ResultPath", result, "-Over", over).Output;
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

    /// <summary>Fails when a test of the file failed, or none passed.</summary>
    public void AssertPassed(string file, ITestOutputHelper output)
    {
        ArgumentNullException.ThrowIfNull(output);
        PesterFile? outcome = _files.GetValueOrDefault(file);
        Assert.True(outcome is not null, $"Pester did not come to {file}:{Environment.NewLine}{Output}");
        output.WriteLine($"{outcome.Passed} passed, {outcome.Failed} failed, {outcome.Skipped} skipped");
        Assert.True(outcome.Failed == 0, string.Join(Environment.NewLine, outcome.Failures));
        Assert.True(outcome.Passed > 0, $"{file} has no test that passed.");
    }
}
