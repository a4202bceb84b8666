namespace ComprehendSharing.Pester;

/// <summary>The outcome of one file of Pester tests.</summary>
public sealed record PesterFile(string Name, int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    /// <summary>The paths of all files of Pester tests.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Path.Combine(PowerShellHost.RepositoryRoot, "tests"), "*.Tests.ps1").Order();
}
