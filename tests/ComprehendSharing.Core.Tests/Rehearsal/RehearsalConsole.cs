// Runs the console as its users do: in a process of its own.
using System.Diagnostics;
using System.Text;

namespace ComprehendSharing.Tests.Rehearsal;

/// <summary>One run of the console, ended.</summary>
internal sealed record RehearsalConsole(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    public static string Scenario(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "scenarios", name);

    public static async Task<RehearsalConsole> Run(params string[] arguments)
    {
        // The build puts it beside the tests, because they refer to its project.
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "ComprehendSharing.Rehearsal.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using CancellationTokenSource timeout = new(s_timeout);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new RehearsalConsole(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
