using System.Diagnostics;
using System.Reflection;

namespace ComprehendSharing.Pester;

/// <summary>The pwsh on PATH, if there is one that can run the tests.</summary>
internal static class PowerShellHost
{
    private static readonly Lazy<string?> s_whyNot = new(FindWhyNot);

    /// <summary>The root of the repository.</summary>
    public static string RepositoryRoot { get; } = typeof(PowerShellHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Why the Pester tests cannot run here; null when they can.</summary>
    public static string? WhyNot => s_whyNot.Value;

    /// <summary>Runs a script in a fresh pwsh.</summary>
    /// <returns>The exit code and what was printed.</returns>
    public static (int ExitCode, string Output) Run(params string[] arguments)
    {
        ProcessStartInfo start = new("pwsh", ["-NoLogo", "-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot,
            Environment = { ["NO_COLOR"] = "1" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string? FindWhyNot()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, name))))
        {
            return "There is no pwsh on PATH. Install PowerShell 7.4 or later to run the Pester tests.";
        }

        const string HasPester = "exit [int](-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -eq 5 }))";
        return Run("-Command", HasPester).ExitCode == 0 ? null : "Pester 5 is not installed. Install-PSResource Pester -Version '[5.6,6.0)' to run the Pester tests.";
    }
}
