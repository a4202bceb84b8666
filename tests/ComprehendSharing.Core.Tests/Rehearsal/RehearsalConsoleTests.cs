using System.Text.Json;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Tests.Rehearsal;

public sealed class RehearsalConsoleTests
{
    private const string Copy = "arn:aws:comprehend:us-west-2:444455556666:document-classifier/tickets/version/v2";

    private static readonly string[] s_members = ["succeeded", "modelArn", "steps", "modelPolicy", "keyPolicy", "bundle", "importedModel"];
    private static readonly string[] s_stepMembers = ["name", "caller", "passed", "detail", "warnings", "errorId", "recommendation"];

    private static readonly string[] s_bundleMembers =
    [
        "schemaVersion", "sourceModelArn", "region", "ownerAccountId", "importerAccountId", "authorizedPrincipals", "encryption",
        "kmsKeyArn", "importerPolicy", "importRolePolicy", "importRoleTrustPolicy",
    ];

    [Fact]
    public async Task The_built_in_scenario_succeeds_and_names_the_copy()
    {
        RehearsalConsole run = await RehearsalConsole.Run();
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains($"{Copy} is TRAINED", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing reached AWS", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_the_outcome_is_one_JSON_object()
    {
        RehearsalConsole run = await RehearsalConsole.Run("--json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement report = document.RootElement;
        Assert.Equal(s_members, Names(report));
        Assert.True(report.GetProperty("succeeded").GetBoolean());
        Assert.Equal(5, report.GetProperty("steps").GetArrayLength());
        foreach (JsonElement step in report.GetProperty("steps").EnumerateArray())
        {
            Assert.Equal(s_stepMembers, Names(step));
            Assert.True(step.GetProperty("passed").GetBoolean());
            Assert.Equal(JsonValueKind.Null, step.GetProperty("errorId").ValueKind);
        }

        Assert.Equal(JsonValueKind.Null, report.GetProperty("modelPolicy").GetProperty("before").ValueKind);
        Assert.Single(Policy(report, "modelPolicy", "after").Statement);
        Assert.Single(Policy(report, "keyPolicy", "before").Statement);
        Assert.Equal(3, Policy(report, "keyPolicy", "after").Statement.Count);
        Assert.Equal(s_bundleMembers, Names(report.GetProperty("bundle")));
        Assert.Equal("444455556666", report.GetProperty("bundle").GetProperty("importerAccountId").GetString());
        Assert.Equal(Copy, report.GetProperty("importedModel").GetProperty("modelArn").GetString());
        Assert.Equal("TRAINED", report.GetProperty("importedModel").GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_printed_scenario_is_the_built_in_one_and_can_be_read_and_rehearsed_again()
    {
        RehearsalConsole run = await RehearsalConsole.Run("--print-scenario");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(SandboxScenario.DefaultJson, run.Output);
        Assert.NotNull(SandboxScenario.Parse(run.Output).Rehearsal);
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, run.Output);
            Assert.Equal(0, (await RehearsalConsole.Run(file)).ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_model_under_an_AWS_owned_key_needs_no_key_and_no_role()
    {
        RehearsalConsole run = await RehearsalConsole.Run(RehearsalConsole.Scenario("aws-owned-key.json"));
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("not needed: the model is under an AWS owned key", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{Copy} is TRAINED", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Key policy", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-region.json", "RegionMismatch", "Import it in us-west-2.")]
    [InlineData("principal-not-in-policy.json", "AwsAccessDenied", "Check the profile")]
    [InlineData("key-closed-to-role.json", "ModelNotTrained", "Mend what the message names")]
    [InlineData("untrained-model.json", "AwsConflict", "wait until")]
    [InlineData("disabled-key.json", "KeyNotEnabled", "Enable the key")]
    [InlineData("aws-managed-key.json", "KeyNotCustomerManaged", "customer managed key")]
    [InlineData("no-role.json", "DataAccessRoleRequired", "-DataAccessRoleArn")]
    public async Task A_scenario_that_fails_names_the_check_and_what_to_do(string scenario, string errorId, string remedy)
    {
        RehearsalConsole run = await RehearsalConsole.Run(RehearsalConsole.Scenario(scenario));
        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("FAILED", run.Output, StringComparison.Ordinal);
        Assert.Contains($"check: {errorId}{Environment.NewLine}", run.Output, StringComparison.Ordinal);
        string advice = run.Output.Split(Environment.NewLine).Single(line => line.TrimStart().StartsWith("what to do:", StringComparison.Ordinal));
        Assert.Contains(remedy, advice, StringComparison.Ordinal);
        Assert.Contains("Not imported. On AWS it would have failed at:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_fails_is_told_in_JSON_too()
    {
        RehearsalConsole run = await RehearsalConsole.Run("--json", RehearsalConsole.Scenario("key-closed-to-role.json"));
        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement report = document.RootElement;
        Assert.Equal(s_members, Names(report));
        Assert.False(report.GetProperty("succeeded").GetBoolean());
        JsonElement last = report.GetProperty("steps").EnumerateArray().Last();
        Assert.False(last.GetProperty("passed").GetBoolean());
        Assert.Equal("ModelNotTrained", last.GetProperty("errorId").GetString());
        Assert.NotEmpty(last.GetProperty("recommendation").GetString()!);
        Assert.Equal("IN_ERROR", report.GetProperty("importedModel").GetProperty("status").GetString());
        Assert.Contains("KMS_KEY_ACCESS_DENIED", report.GetProperty("importedModel").GetProperty("message").GetString(), StringComparison.Ordinal);

        // The cause was told before: the key was opened to a user alone.
        JsonElement key = report.GetProperty("steps")[1];
        Assert.Contains("no account and no role", Assert.Single(key.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syntax-error.json", 3, 3, "")]
    [InlineData("unknown-member.json", 30, 11, "\"stat\" is no member of a key")]
    [InlineData("bad-arn.json", 51, 18, "role/*")]
    [InlineData("empty.json", 1, 1, "")]
    public async Task A_malformed_scenario_is_refused_with_its_place(string scenario, int line, int column, string problem)
    {
        RehearsalConsole run = await RehearsalConsole.Run(RehearsalConsole.Scenario(scenario));
        AssertUnusable(run);
        Assert.Contains($"{scenario}: This is not a scenario. Line {line}, column {column}:", run.Error, StringComparison.Ordinal);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_has_nothing_to_rehearse_is_refused()
    {
        RehearsalConsole run = await RehearsalConsole.Run(RehearsalConsole.Scenario("nothing-to-rehearse.json"));
        AssertUnusable(run);
        Assert.Contains("nothing-to-rehearse.json: The scenario does not say what to rehearse", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "missing.json")]
    [InlineData("", "could not be read")]
    public async Task A_file_that_is_missing_or_a_folder_is_refused(string name, string told)
    {
        RehearsalConsole run = await RehearsalConsole.Run(RehearsalConsole.Scenario(name));
        AssertUnusable(run);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        run = await RehearsalConsole.Run("--print-scenario", RehearsalConsole.Scenario(name));
        AssertUnusable(run);
    }

    [Theory]
    [InlineData("--nope")]
    [InlineData("--json", "--nope")]
    [InlineData("one.json", "two.json")]
    public async Task A_command_line_that_is_not_understood_is_refused(params string[] arguments)
    {
        RehearsalConsole run = await RehearsalConsole.Run(arguments);
        AssertUnusable(run);
        Assert.Contains(arguments[^1], run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        RehearsalConsole run = await RehearsalConsole.Run("--help");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("--print-scenario", run.Output, StringComparison.Ordinal);
    }

    private static void AssertUnusable(RehearsalConsole run)
    {
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static PolicyDocument Policy(JsonElement report, string which, string when) =>
        PolicyDocument.Parse(report.GetProperty(which).GetProperty(when).GetRawText());
}
