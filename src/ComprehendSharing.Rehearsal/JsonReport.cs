using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Rehearsal;

/// <summary>An outcome for a program to read.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RehearsalOutcome outcome)
    {
        JsonObject report = new()
        {
            ["succeeded"] = outcome.Succeeded,
            ["modelArn"] = $"{outcome.ModelArn}",
            ["steps"] = new JsonArray([.. outcome.Steps.Select(Step)]),
            ["modelPolicy"] = BeforeAndAfter(outcome.ModelPolicyBefore, outcome.ModelPolicyAfter),
            ["keyPolicy"] = BeforeAndAfter(outcome.KeyPolicyBefore, outcome.KeyPolicyAfter),
            ["bundle"] = outcome.Bundle is null ? null : Bundle(outcome.Bundle),
            ["importedModel"] = outcome.Model is null ? null : Model(outcome.Model),
        };
        return report.ToJsonString(s_options) + Environment.NewLine;
    }

    private static JsonObject Step(RehearsalStep step) => new()
    {
        ["name"] = step.Name,
        ["caller"] = step.Caller,
        ["passed"] = step.Error is null,
        ["detail"] = step.Detail,
        ["warnings"] = new JsonArray([.. (step.Warnings ?? []).Select(warning => JsonValue.Create(warning))]),
        ["errorId"] = step.Error?.ErrorId,
        ["recommendation"] = step.Error?.Recommendation,
    };

    private static JsonObject BeforeAndAfter(string? before, string? after) => new()
    {
        ["before"] = before is null ? null : JsonNode.Parse(before),
        ["after"] = after is null ? null : JsonNode.Parse(after),
    };

    private static JsonObject Bundle(ShareBundle bundle) => new()
    {
        ["schemaVersion"] = bundle.SchemaVersion,
        ["sourceModelArn"] = bundle.SourceModelArn,
        ["region"] = bundle.Region,
        ["ownerAccountId"] = $"{bundle.OwnerAccountId}",
        ["importerAccountId"] = $"{bundle.ImporterAccountId}",
        ["authorizedPrincipals"] = new JsonArray([.. bundle.AuthorizedPrincipal.Select(p => JsonValue.Create(p.Value))]),
        ["encryption"] = $"{bundle.Encryption}",
        ["kmsKeyArn"] = bundle.KmsKeyArn?.ToString(),
        ["importerPolicy"] = JsonNode.Parse(bundle.ImporterPolicy.ToJson()),
        ["importRolePolicy"] = bundle.ImportRolePolicy is { } role ? JsonNode.Parse(role.ToJson()) : null,
        ["importRoleTrustPolicy"] = bundle.ImportRoleTrustPolicy is { } trust ? JsonNode.Parse(trust.ToJson()) : null,
    };

    private static JsonObject Model(ComprehendModel model) => new()
    {
        ["modelArn"] = $"{model.ModelArn}",
        ["sourceModelArn"] = model.SourceModelArn?.ToString(),
        ["status"] = model.Status,
        ["message"] = model.Message,
    };
}
