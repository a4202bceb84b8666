// What Comprehend asks of KMS when a shared model is imported. Which context keys it sends is not documented in one place:
// aws:SourceArn for Decrypt and GenerateDataKey and the encryption context for all three are from the sharing page,
// kms:ViaService of S3 from the import role's example. Everything else here is an assumption.
using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Evaluation;

/// <summary>The requests to KMS that an import makes as the importer's principal.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html#custom-copy-sharing-prerequisites-permissions-kms">AWS KMS key policy statement</see></remarks>
internal static class KeyUse
{
    /// <summary>Decrypt, GenerateDataKey and CreateGrant for one model version.</summary>
    public static IEnumerable<AccessRequest> Requests(PolicyPrincipal principal, ModelArn model, KeyArn key)
    {
        RequestContext grant = RequestContext.Empty.With(KmsStatementTemplate.EncryptionContextKey, model.ToString());
        RequestContext use = grant
            .With(KmsStatementTemplate.SourceArnKey, model.ToString())
            .With("kms:ViaService", $"s3.{key.Region}.amazonaws.com");
        return
        [
            .. KmsStatementTemplate.UseActions.Select(action => new AccessRequest(principal, action, key.ToString(), use)),
            new AccessRequest(principal, KmsStatementTemplate.CreateGrantAction, key.ToString(), grant),
        ];
    }

    /// <summary>The account of the key changing its policy.</summary>
    public static AccessRequest PutKeyPolicy(KeyArn key) => new(
        PolicyPrincipal.Root(key.Partition, key.AccountId),
        "kms:PutKeyPolicy",
        key.ToString(),
        RequestContext.Empty);
}
