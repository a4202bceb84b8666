// Puts together what importers need. A bundle tells what AWS has now; only in a dry run it tells what would be.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Makes share bundles.</summary>
/// <param name="gateway">AWS, as the owner of the models.</param>
public sealed class ShareBundler(IAwsGateway gateway)
{
    private readonly KeyFinder _keys = new(gateway);
    private readonly ModelPolicyReader _policies = new(gateway);

    /// <summary>Makes the bundles of a model version, one for each importing account that its policy names.</summary>
    /// <param name="modelArn">The version.</param>
    /// <param name="importers">Only for these accounts; for all of the policy when empty.</param>
    /// <param name="warnings">What earlier steps had to say.</param>
    /// <exception cref="SharingException"><c>ModelNotShared</c>, <c>ImporterNotAuthorized</c>.</exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model, its policy or its key.</exception>
    public ValueList<ShareBundle> Bundle(
        ModelArn modelArn, IReadOnlyCollection<AccountId> importers, IReadOnlyCollection<string> warnings) =>
        Bundle(_policies.Read(modelArn), modelArn, importers, warnings, ShareBundleStatus.Current);

    /// <summary>Makes the bundles that a dry run would lead to.</summary>
    /// <param name="modelArn">The version.</param>
    /// <param name="principals">Who would be authorised; whom the policy names now when null.</param>
    /// <param name="importers">Only for these accounts; for all of the principals when empty.</param>
    /// <param name="warnings">What earlier steps had to say.</param>
    /// <exception cref="SharingException"><c>ModelNotShared</c>, <c>ImporterNotAuthorized</c>.</exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model or its key.</exception>
    public ValueList<ShareBundle> Preview(
        ModelArn modelArn,
        IReadOnlyCollection<PolicyPrincipal>? principals,
        IReadOnlyCollection<AccountId> importers,
        IReadOnlyCollection<string> warnings) =>
        Bundle(
            principals is null ? _policies.Read(modelArn) : new ModelPolicy { Principal = [.. principals] },
            modelArn,
            importers,
            warnings,
            ShareBundleStatus.Planned);

    private ValueList<ShareBundle> Bundle(
        ModelPolicy policy,
        ModelArn modelArn,
        IReadOnlyCollection<AccountId> importers,
        IReadOnlyCollection<string> warnings,
        ShareBundleStatus status)
    {
        Dictionary<AccountId, ValueList<PolicyPrincipal>> byAccount = policy.Principal
            .Where(p => p.AccountId is not null && p.AccountId != modelArn.AccountId)
            .GroupBy(p => p.AccountId!)
            .ToDictionary(group => group.Key, group => new ValueList<PolicyPrincipal>(group));
        if (byAccount.Count == 0)
        {
            throw Errors.ModelNotShared(modelArn);
        }

        AccountId? stranger = importers.FirstOrDefault(importer => !byAccount.ContainsKey(importer));
        if (stranger is not null)
        {
            throw Errors.ImporterNotAuthorized(modelArn, stranger);
        }

        ComprehendModel model = gateway.DescribeModel(modelArn);
        KeyDescription? key = _keys.Find(model);
        return
        [
            .. byAccount
                .Where(pair => importers.Count == 0 || importers.Contains(pair.Key))
                .Select(pair => ShareBundle.Create(
                    modelArn,
                    pair.Key,
                    pair.Value,
                    key?.KeyArn,
                    model.LanguageCode,
                    gateway.Clock.GetUtcNow(),
                    [
                        .. warnings.Where(warning => !NamesAnother(warning, pair.Key, byAccount.Keys)),
                        .. Warnings(model, key),
                        .. Denied(policy, pair.Value, modelArn),
                    ]) with { Status = status }),
        ];
    }

    // One partner does not learn of the others.
    private static bool NamesAnother(string warning, AccountId importer, IEnumerable<AccountId> importers) =>
        importers.Any(other => other != importer && warning.Contains(other.Value, StringComparison.Ordinal));

    private static IEnumerable<string> Denied(ModelPolicy policy, ValueList<PolicyPrincipal> principals, ModelArn modelArn) => principals
        .Where(principal => policy.Document is { } document && ImportAuthorization.Denies(document, principal, modelArn))
        .Select(principal => $"The model policy names {principal}, and a Deny of the same policy keeps {principal} from importing.");

    private static IEnumerable<string> Warnings(ComprehendModel model, KeyDescription? key)
    {
        if (!ModelStatus.IsReady(model.Status))
        {
            yield return $"The model is {model.Status}; an import fails until it is {ModelStatus.Trained}.";
        }

        if (!model.ModelArn.HasVersion)
        {
            yield return "The ARN names no version; AWS's guide shares only versions.";
        }

        if (key is { KeyManager: KeyManager.Aws })
        {
            yield return $"The key {key.KeyArn} is AWS managed: no other account can decrypt the model.";
        }

        if (key is { KeyState: not "Enabled" })
        {
            yield return $"The key {key.KeyArn} is {key.KeyState}; an import fails until it is Enabled.";
        }
    }
}
