// Everything that would make an import fail, as far as the owner can see it and the importer has told. Nothing is written.
using ComprehendSharing.Aws;
using ComprehendSharing.Sharing.ShareChecks;

namespace ComprehendSharing.Sharing;

/// <summary>Checks shares before an import is tried.</summary>
/// <param name="gateway">AWS, as the owner of the models.</param>
/// <remarks>
/// The requests that are asked of the policies are those that the sandbox makes of an import. A check that does not apply is
/// not listed; one that applies and cannot be made is <see cref="ShareCheckResult.NotChecked"/>.
/// </remarks>
public sealed class ShareChecker(IAwsGateway gateway)
{
    private readonly FactReader _facts = new(gateway);

    /// <summary>Checks one share: what is about the model first, then what is about each principal.</summary>
    /// <param name="request">The share.</param>
    /// <exception cref="AwsServiceException">
    /// AWS throttled a call or failed. That it refused one or does not know an item is no error but a result.
    /// </exception>
    public ValueList<ShareCheck> Check(ShareCheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ShareFacts facts = _facts.Read(request.ModelArn);
        CheckSubject model = new(request.ModelArn, Principal: null);
        IReadOnlyList<Importer> importers = Importer.Of(request, facts);
        return
        [
            .. ModelChecks.Run(model, facts),
            .. ModelPolicyChecks.RunForModel(model, facts, importers),
            .. KeyChecks.Run(model, facts),
            .. importers.SelectMany(importer => Run(importer, facts, request)),
        ];
    }

    private IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts, ShareCheckRequest request) =>
    [
        .. ModelPolicyChecks.Run(importer, facts),
        .. KeyPolicyChecks.Run(importer, facts),
        .. ImporterChecks.Run(importer, facts, request),
        .. ImportRoleChecks.Run(importer, facts, request),
        .. CopyKeyChecks.Run(importer, facts, request.ModelKmsKeyId, _facts),
    ];
}
