// Shares a model and imports it, in the sandbox and from end to end, where there is no PowerShell.
using System.CommandLine;
using ComprehendSharing;
using ComprehendSharing.Rehearsal;
using ComprehendSharing.Sandbox;

Argument<FileInfo?> scenarioArgument = new("scenario")
{
    Description = "The scenario file; the built-in scenario when there is none. docs/scenario.schema.json describes the format.",
    Arity = ArgumentArity.ZeroOrOne,
};
scenarioArgument.Validators.Add(result =>
{
    if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
    {
        result.AddError($"There is no option '{option.Value}'.");
    }
});
Option<bool> jsonOption = new("--json") { Description = "Print the outcome as JSON." };
Option<bool> printOption = new("--print-scenario") { Description = "Print the scenario and do nothing else: a start for your own." };
RootCommand command = new("Rehearses sharing a Comprehend custom model with another AWS account and importing it there. Nothing reaches AWS.")
{
    scenarioArgument, jsonOption, printOption,
};
command.SetAction(parsed => Rehearse(parsed.GetValue(scenarioArgument), parsed.GetValue(jsonOption), parsed.GetValue(printOption)));
ParseResult parseResult = command.Parse(args);
if (parseResult.Errors.Count == 0)
{
    return parseResult.Invoke();
}

// The library would print the whole help on standard output, where a report is expected.
Console.Error.WriteLine($"{string.Join(' ', parseResult.Errors.Select(error => error.Message))} --help tells what can be given.");
return ExitCode.Unusable;

static int Rehearse(FileInfo? file, bool asJson, bool printScenario)
{
    try
    {
        string text = file is null ? SandboxScenario.DefaultJson : File.ReadAllText(file.FullName);
        if (printScenario)
        {
            Console.Out.Write(text);
            return ExitCode.Succeeded;
        }

        RehearsalOutcome outcome = new RehearsalRun(SandboxScenario.Parse(text)).Run();
        Console.Out.Write(asJson ? JsonReport.Write(outcome) : TextReport.Write(outcome));
        return outcome.Succeeded ? ExitCode.Succeeded : ExitCode.Failed;
    }
    catch (SharingException exception)
    {
        Console.Error.WriteLine($"{file?.Name ?? "scenario"}: {exception.Message}");
        return ExitCode.Unusable;
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"The scenario could not be read: {exception.Message}");
        return ExitCode.Unusable;
    }
}
