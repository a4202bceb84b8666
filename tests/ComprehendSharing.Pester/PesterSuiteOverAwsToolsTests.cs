using Xunit.Abstractions;

namespace ComprehendSharing.Pester;

public sealed class PesterSuiteOverAwsToolsTests(AwsToolsRun run, ITestOutputHelper output) : IClassFixture<AwsToolsRun>
{
    private const string Tag = " -Tag AwsTools ";

    public static TheoryData<string> Files() =>
    [
        .. PesterFile.All().Where(file => File.ReadLines(file).Any(line => line.StartsWith("Describe ", StringComparison.Ordinal) && line.Contains(Tag, StringComparison.Ordinal)))
            .Select(file => Path.GetFileName(file)),
    ];

    [PesterTheory]
    [MemberData(nameof(Files))]
    public void All_tests_of_the_file_pass_over_AWS_Tools(string file) => run.AssertPassed(file, output);
}
