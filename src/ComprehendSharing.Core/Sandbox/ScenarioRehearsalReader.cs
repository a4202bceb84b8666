using System.Diagnostics.CodeAnalysis;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;

namespace ComprehendSharing.Sandbox;

/// <summary>Reads what a scenario rehearses, or derives it from who is there.</summary>
internal static class ScenarioRehearsalReader
{
    public static SandboxRehearsal Read(JsonSource source, JsonPart part, SandboxScenario scenario)
    {
        StrictObject rehearsal = new(
            source, part, "a rehearsal", "ownerProfile", "importerProfile", "modelArn", "principals", "keyPrincipals",
            "dataAccessRoleArn", "importRegion");
        JsonPart modelPart = rehearsal.Required("modelArn");
        ModelArn model = rehearsal.Value<ModelArn>(modelPart, "the ARN of a model version", ModelArn.TryParse);
        if (!scenario.Model.Any(known => known.ModelArn == model))
        {
            throw source.Error(modelPart, $"expected a model that is listed under \"models\", found '{model}'");
        }

        JsonPart principals = rehearsal.Required("principals");
        ValueList<PolicyPrincipal> principal = Principals(rehearsal, "principals");
        if (principal.Count == 0)
        {
            throw source.Error(principals, "expected at least one principal, and there is none");
        }

        return new SandboxRehearsal
        {
            OwnerProfile = Profile("ownerProfile"),
            ImporterProfile = Profile("importerProfile"),
            ModelArn = model,
            Principal = principal,
            KeyPrincipal = Principals(rehearsal, "keyPrincipals"),
            DataAccessRoleArn = rehearsal.Value<RoleArn>("dataAccessRoleArn", "the ARN of a role", RoleArn.TryParse),
            ImportRegion = rehearsal.Value<string>("importRegion", "a region such as us-west-2", ScenarioAccountReader.TryRegion),
        };

        string Profile(string name) => rehearsal.Value<string>(
            rehearsal.Required(name), "a profile that a principal has", (string? text, [NotNullWhen(true)] out string? value) =>
            {
                value = text;
                return text is not null && scenario.Account.Any(account => account.Profile.Contains(text));
            });
    }

    /// <summary>Null when nobody else is there to share with, or when the first profile's account has no model.</summary>
    public static SandboxRehearsal? Derive(SandboxScenario scenario)
    {
        SandboxAccount owner = scenario.Account.First(account => account.Profile.Count > 0);
        SandboxAccount? importer = scenario.Account.FirstOrDefault(account => account != owner && account.Profile.Count > 0);
        SandboxModel? model = scenario.Model.FirstOrDefault(known => known.ModelArn.AccountId == owner.AccountId);
        if (importer is null || model is null)
        {
            return null;
        }

        SandboxPrincipal? role = importer.Principal.FirstOrDefault(principal => principal.Arn.Kind == PrincipalKind.Role);
        return new SandboxRehearsal
        {
            OwnerProfile = owner.Profile[0],
            ImporterProfile = importer.Profile[0],
            ModelArn = model.ModelArn,
            Principal = [PolicyPrincipal.Parse(importer.AccountId.Value)],
            DataAccessRoleArn = role is null ? null : RoleArn.Parse(role.Arn.Value),
        };
    }

    private static ValueList<PolicyPrincipal> Principals(StrictObject rehearsal, string name) => new(
        rehearsal.List(name).Select(item => rehearsal.Value<PolicyPrincipal>(
            item, "a principal: 12 digits in quotes, an ARN or a service", PolicyPrincipal.TryParse)));
}
