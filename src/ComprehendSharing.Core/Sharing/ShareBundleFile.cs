// A bundle as a file, for whoever has no pipeline between the two accounts. A file is not trusted: everything that follows
// from something else in it is made again and compared.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Writes and reads share bundles as JSON; <c>docs/bundle.schema.json</c> describes the format.</summary>
public static class ShareBundleFile
{
    private static readonly string[] s_members =
    [
        "SchemaVersion", "SourceModelArn", "Region", "OwnerAccountId", "ImporterAccountId", "AuthorizedPrincipal", "Encryption",
        "KmsKeyArn", "LanguageCode", "CreatedAt", "ImporterPolicy", "ImportRolePolicy", "ImportRoleTrustPolicy", "Warning",
    ];

    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a bundle's file, its members always in the same order.</summary>
    /// <param name="bundle">The bundle.</param>
    public static string Write(ShareBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        JsonObject json = new()
        {
            ["SchemaVersion"] = bundle.SchemaVersion,
            ["SourceModelArn"] = bundle.SourceModelArn,
            ["Region"] = bundle.Region,
            ["OwnerAccountId"] = bundle.OwnerAccountId.Value,
            ["ImporterAccountId"] = bundle.ImporterAccountId.Value,
            ["AuthorizedPrincipal"] = Texts(bundle.AuthorizedPrincipal.Select(principal => principal.Value)),
            ["Encryption"] = bundle.Encryption.ToString(),
            ["KmsKeyArn"] = bundle.KmsKeyArn?.Value,
            ["LanguageCode"] = bundle.LanguageCode,
            ["CreatedAt"] = bundle.CreatedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["ImporterPolicy"] = JsonNode.Parse(bundle.ImporterPolicy.ToJson()),
            ["ImportRolePolicy"] = bundle.ImportRolePolicy is { } role ? JsonNode.Parse(role.ToJson()) : null,
            ["ImportRoleTrustPolicy"] = bundle.ImportRoleTrustPolicy is { } trust ? JsonNode.Parse(trust.ToJson()) : null,
            ["Warning"] = Texts(bundle.Warning),
        };
        foreach (string name in s_members.Where(name => json[name] is null))
        {
            json.Remove(name);
        }

        return json.ToJsonString(s_options).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads the text of a bundle's file.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="DocumentFormatException"><c>InvalidBundle</c>: it is not JSON or not a bundle; line and column say where.</exception>
    /// <exception cref="SharingException">
    /// <c>BundleTooNew</c>: a later version wrote it. <c>BundleInconsistent</c>: what it says does not fit together, so it was altered.
    /// </exception>
    public static ShareBundle Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonSource source = JsonSource.Read(json, JsonDocumentKind.Bundle);
        if (source.Root["SchemaVersion"] is { Kind: JsonValueKind.Number } part
            && int.TryParse(part.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            && version > ShareBundle.CurrentSchemaVersion)
        {
            throw Errors.BundleTooNew(version, ShareBundle.CurrentSchemaVersion);
        }

        StrictObject file = new(source, source.Root, "a bundle", s_members);
        if (file.Number("SchemaVersion") < 1)
        {
            throw file.Error(file.Required("SchemaVersion"), "\"SchemaVersion\" counts from 1");
        }

        const string AccountForm = "an account id of 12 digits in quotes";
        ShareBundle bundle = ShareBundle.Create(
            file.Value<ModelArn>(file.Required("SourceModelArn"), "the ARN of a model version", ModelArn.TryParse),
            file.Value<AccountId>(file.Required("ImporterAccountId"), AccountForm, AccountId.TryParse),
            [.. file.List("AuthorizedPrincipal").Select(item => file.Value<PolicyPrincipal>(item, "a principal", PolicyPrincipal.TryParse))],
            file.Value<KeyArn>("KmsKeyArn", "the ARN of a KMS key", KeyArn.TryParse),
            file.Text("LanguageCode"),
            file.Time("CreatedAt"),
            [.. file.List("Warning").Select(item => file.Text(item, "a string"))]);
        BundleCheck.Run(bundle, file);
        return bundle;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
