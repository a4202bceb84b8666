using System.Text.Json;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>A decision that a guide of AWS states: request, policies and outcome. Data/access has them.</summary>
/// <param name="Name">File and name.</param>
/// <param name="Source">The page that states it.</param>
/// <param name="Request">The request.</param>
/// <param name="Policies">The policies.</param>
/// <param name="Expected">What the page says about it.</param>
/// <param name="Reason">A part of the reason; null when any will do.</param>
internal sealed record AccessCase(
    string Name, string Source, AccessRequest Request, PolicySet Policies, AccessOutcome Expected, string? Reason)
{
    private static readonly Lazy<IReadOnlyDictionary<string, AccessCase>> s_all = new(ReadAll);

    public static IReadOnlyDictionary<string, AccessCase> All => s_all.Value;

    private static Dictionary<string, AccessCase> ReadAll()
    {
        Dictionary<string, AccessCase> all = [];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "access"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = file.RootElement;
            JsonElement named = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("policies", out JsonElement policies) ? policies : default;
            JsonElement cases = root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("cases");
            foreach (JsonElement one in cases.EnumerateArray())
            {
                AccessCase made = Read(one, named, Path.GetFileNameWithoutExtension(path));
                all.Add(made.Name, made);
            }
        }

        return all;
    }

    private static AccessCase Read(JsonElement one, JsonElement named, string topic)
    {
        JsonElement request = one.GetProperty("request");
        RequestContext context = RequestContext.Empty;
        if (request.TryGetProperty("context", out JsonElement keys))
        {
            foreach (JsonProperty key in keys.EnumerateObject())
            {
                context = context.With(key.Name, key.Value.ValueKind == JsonValueKind.Array
                    ? key.Value.EnumerateArray().Select(value => value.GetString()!)
                    : [key.Value.GetString()!]);
            }
        }

        return new AccessCase(
            $"{topic}: {one.GetProperty("name").GetString()}",
            one.GetProperty("source").GetString()!,
            new AccessRequest(
                PolicyPrincipal.Parse(request.GetProperty("principal").GetString()!),
                request.GetProperty("action").GetString()!,
                request.GetProperty("resource").GetString()!,
                context),
            new PolicySet
            {
                IdentityPolicy = Listed(one, "identityPolicies", named),
                ResourcePolicy = Policy(one, "resourcePolicy", named),
                ServiceControlPolicy = Levels(one, "serviceControlPolicies", named),
                ResourceControlPolicy = Levels(one, "resourceControlPolicies", named),
                PermissionsBoundary = Policy(one, "permissionsBoundary", named),
                SessionPolicy = Listed(one, "sessionPolicies", named),
            },
            Enum.Parse<AccessOutcome>(one.GetProperty("expected").GetString()!),
            one.TryGetProperty("reason", out JsonElement reason) ? reason.GetString() : null);
    }

    private static ValueList<ValueList<PolicyDocument>> Levels(JsonElement one, string member, JsonElement named) =>
        one.TryGetProperty(member, out JsonElement levels) ? [.. levels.EnumerateArray().Select(level => List(level, named))] : [];

    private static ValueList<PolicyDocument> Listed(JsonElement one, string member, JsonElement named) =>
        one.TryGetProperty(member, out JsonElement list) ? List(list, named) : [];

    private static PolicyDocument? Policy(JsonElement one, string member, JsonElement named) =>
        one.TryGetProperty(member, out JsonElement policy) ? Parse(policy, named) : null;

    private static ValueList<PolicyDocument> List(JsonElement list, JsonElement named) =>
        [.. list.EnumerateArray().Select(policy => Parse(policy, named))];

    private static PolicyDocument Parse(JsonElement policy, JsonElement named) => PolicyDocument.Parse(
        (policy.ValueKind == JsonValueKind.String ? named.GetProperty(policy.GetString()!) : policy).GetRawText());
}
