// A bundle says some things twice, and its policies follow from its facts. A file in which they disagree was altered.
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Finds what does not fit together in a bundle's file.</summary>
internal static class BundleCheck
{
    /// <summary>Compares a file with the bundle that its facts make.</summary>
    /// <exception cref="SharingException"><c>BundleInconsistent</c>.</exception>
    public static void Run(ShareBundle bundle, StrictObject file)
    {
        Same("Region", bundle.Region, Text(file, "Region"), "the region of its SourceModelArn");
        Same("OwnerAccountId", bundle.OwnerAccountId.Value, Text(file, "OwnerAccountId"), "the account of its SourceModelArn");
        Same("Encryption", bundle.Encryption.ToString(), Text(file, "Encryption"), "what follows from its KmsKeyArn");
        if (bundle.KmsKeyArn is { } key && (key.Region != bundle.Region || key.Partition != bundle.ModelArn.Partition))
        {
            throw Errors.BundleInconsistent("KmsKeyArn", key.Value, $"a key in {bundle.Region}, where the model is");
        }

        if (bundle.AuthorizedPrincipal.Count == 0)
        {
            throw Errors.BundleInconsistent("AuthorizedPrincipal", "[]", "at least one principal");
        }

        PolicyPrincipal? stranger = bundle.AuthorizedPrincipal.FirstOrDefault(p => p.AccountId != bundle.ImporterAccountId);
        if (stranger is not null)
        {
            throw Errors.BundleInconsistent("AuthorizedPrincipal", stranger.Value, $"a principal of the account {bundle.ImporterAccountId}");
        }

        SamePolicy("ImporterPolicy", bundle.ImporterPolicy, file);
        SamePolicy("ImportRolePolicy", bundle.ImportRolePolicy, file);
        SamePolicy("ImportRoleTrustPolicy", bundle.ImportRoleTrustPolicy, file);
    }

    private static string Text(StrictObject file, string member) => file.Text(file.Required(member), $"a string for \"{member}\"");

    private static void Same(string member, string expected, string found, string why)
    {
        if (found != expected)
        {
            throw Errors.BundleInconsistent(member, found, $"'{expected}', {why}");
        }
    }

    private static void SamePolicy(string member, PolicyDocument? expected, StrictObject file)
    {
        PolicyDocument? found = file.Optional(member) is { } part ? file.Policy(part) : null;
        bool isSame = expected is null || found is null ? expected == found : PolicyComparer.AreEquivalent(expected, found);
        if (!isSame)
        {
            throw Errors.BundleInconsistent(
                member, found?.ToCompactJson() ?? "null", $"{expected?.ToCompactJson() ?? "null"}, which follows from the rest of the bundle");
        }
    }
}
