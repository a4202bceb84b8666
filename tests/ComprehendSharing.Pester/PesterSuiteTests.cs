using Xunit.Abstractions;

namespace ComprehendSharing.Pester;

public sealed class PesterSuiteTests(PesterRun run, ITestOutputHelper output) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(PowerShellHost.RepositoryRoot, "tests"), "*.Tests.ps1")
            .Select(file => Path.GetFileName(file))
            .Order(),
    ];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public void All_tests_of_the_file_pass(string file)
    {
        PesterFile? outcome = run[file];
        Assert.True(outcome is not null, $"Pester did not come to {file}:{Environment.NewLine}{run.Output}");
        output.WriteLine($"{outcome.Passed} passed, {outcome.Failed} failed, {outcome.Skipped} skipped");
        Assert.True(outcome.Failed == 0, string.Join(Environment.NewLine, outcome.Failures));
        Assert.True(outcome.Passed > 0, $"{file} has no test that passed.");
    }
}
