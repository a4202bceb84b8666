// The outermost object of a scenario: what holds for the whole of it, such as that a profile has only one owner.
using System.Globalization;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>Reads scenarios.</summary>
internal static class ScenarioReader
{
    public static SandboxScenario Read(string json)
    {
        JsonSource source = JsonSource.Read(json, JsonDocumentKind.Scenario);
        StrictObject root = new(source, source.Root, "a scenario", "$schema", "region", "accounts", "faults", "rehearsal");
        root.Text("$schema");
        string region = root.Value<string>(root.Required("region"), "a region such as us-west-2", ScenarioAccountReader.TryRegion);
        JsonPart accounts = root.Required("accounts");
        ScenarioAccountReader reader = new(source, region);
        foreach (JsonPart account in root.List("accounts"))
        {
            reader.Read(account);
        }

        if (!reader.Accounts.Exists(account => account.Profile.Count > 0))
        {
            throw source.Error(accounts, "expected at least one principal with a \"profile\", and there is none");
        }

        reader.CheckModelKeys();
        SandboxScenario scenario = new()
        {
            Region = region,
            Account = new ValueList<SandboxAccount>(reader.Accounts),
            Key = new ValueList<SandboxKey>(reader.Keys),
            Model = new ValueList<SandboxModel>(reader.Models),
            Fault = new ValueList<SandboxFault>(root.List("faults").Select(part => Fault(source, part))),
        };
        SandboxRehearsal? rehearsal = root.Optional("rehearsal") is { } part
            ? ScenarioRehearsalReader.Read(source, part, scenario)
            : ScenarioRehearsalReader.Derive(scenario);
        return scenario with { Rehearsal = rehearsal };
    }

    private static SandboxFault Fault(JsonSource source, JsonPart part)
    {
        StrictObject fault = new(source, part, "a fault", "operation", "call", "kind", "policy");
        string operation = fault.Text(fault.Required("operation"), "a string for \"operation\"");
        fault.Required("kind");
        SandboxFaultKind kind = Enum.Parse<SandboxFaultKind>(fault.Word("kind", Enum.GetNames<SandboxFaultKind>()));
        PolicyDocument? policy = fault.Optional("policy") is { } text ? fault.Policy(text) : null;
        JsonPart number = fault.Required("call");
        if (number.Kind != System.Text.Json.JsonValueKind.Number
            || !int.TryParse(number.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out int call))
        {
            throw fault.Error(number, "expected a whole number from 1 for \"call\"");
        }

        return SandboxFault.Refuse(operation, call, kind, policy?.ToJson()) is { } problem
            ? throw fault.Error(part, problem)
            : new SandboxFault(operation, call, kind, policy?.ToJson());
    }
}
