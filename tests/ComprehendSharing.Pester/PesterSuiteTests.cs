using Xunit.Abstractions;

namespace ComprehendSharing.Pester;

public sealed class PesterSuiteTests(SandboxRun run, ITestOutputHelper output) : IClassFixture<SandboxRun>
{
    public static TheoryData<string> Files() => [.. PesterFile.All().Select(file => Path.GetFileName(file))];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public void All_tests_of_the_file_pass(string file) => run.AssertPassed(file, output);
}
