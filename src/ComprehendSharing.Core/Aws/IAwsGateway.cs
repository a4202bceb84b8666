// All that this product asks of AWS. Two things answer it: the sandbox, and AWS itself through the AWS.Tools modules.
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>The calls of Amazon Comprehend, KMS and STS that sharing a model needs, for one caller in one region.</summary>
/// <remarks>
/// Every call throws <see cref="AwsServiceException"/> with AWS's error code when AWS refuses it. No call is repeated here;
/// <see cref="RetryingGateway"/> repeats those that may be.
/// </remarks>
public interface IAwsGateway
{
    /// <summary>The region that the calls go to.</summary>
    /// <exception cref="SharingException"><c>AwsRegionMissing</c>: none was given, and none is set in the session.</exception>
    string Region { get; }

    /// <summary>The clock of this AWS.</summary>
    TimeProvider Clock { get; }

    /// <summary>Waits on that clock.</summary>
    /// <param name="time">How long.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    void Sleep(TimeSpan time, CancellationToken cancellation);

    /// <summary>STS GetCallerIdentity: whose credentials these are.</summary>
    /// <returns>The caller; null where STS cannot be asked, because the module for it is not installed.</returns>
    CallerIdentity? GetCallerIdentity();

    /// <summary>Comprehend DescribeDocumentClassifier or DescribeEntityRecognizer, by the kind in the ARN.</summary>
    /// <param name="modelArn">The model or model version.</param>
    ComprehendModel DescribeModel(ModelArn modelArn);

    /// <summary>Comprehend ListDocumentClassifiers or ListEntityRecognizers: every version, all pages.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="name">Only the versions of the model of this name; the API takes this filter or that on the status.</param>
    IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null);

    /// <summary>Comprehend DescribeResourcePolicy. A model without a policy is no error.</summary>
    /// <param name="modelArn">The model version.</param>
    ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn);

    /// <summary>Comprehend PutResourcePolicy.</summary>
    /// <param name="modelArn">The model version.</param>
    /// <param name="policy">The policy's JSON without line breaks, 1 to 20,000 characters.</param>
    /// <param name="revisionId">The revision that is replaced; null for the first policy, or to replace any.</param>
    /// <returns>The revision id of the new policy.</returns>
    string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId);

    /// <summary>Comprehend DeleteResourcePolicy.</summary>
    /// <param name="modelArn">The model version.</param>
    /// <param name="revisionId">The revision that is deleted; null for any.</param>
    void DeleteResourcePolicy(ModelArn modelArn, string? revisionId);

    /// <summary>Comprehend ImportModel. It has no idempotency token: repeating it can make a second model.</summary>
    /// <param name="request">What to import.</param>
    /// <returns>The ARN of the new model version, which is not trained yet.</returns>
    ModelArn ImportModel(ImportModelRequest request);

    /// <summary>
    /// Comprehend CreateDocumentClassifier or CreateEntityRecognizer, by the kind. Repeating the same request answers the same
    /// model.
    /// </summary>
    /// <param name="request">What to train.</param>
    /// <returns>The ARN of the new model version, which is not trained yet.</returns>
    ModelArn CreateModel(CreateModelRequest request);

    /// <summary>Comprehend CreateEndpoint. Repeating the same request answers the same endpoint.</summary>
    /// <param name="request">What to serve.</param>
    /// <returns>The ARN of the new endpoint, which is not in service yet.</returns>
    string CreateEndpoint(CreateEndpointRequest request);

    /// <summary>Comprehend DescribeEndpoint.</summary>
    /// <param name="endpointArn">The ARN of the endpoint.</param>
    ComprehendEndpoint DescribeEndpoint(string endpointArn);

    /// <summary>KMS DescribeKey.</summary>
    /// <param name="keyId">A key id or key ARN.</param>
    KeyDescription DescribeKey(string keyId);

    /// <summary>KMS GetKeyPolicy, of the policy <c>default</c>. Only in the account of the key.</summary>
    /// <param name="keyArn">The key.</param>
    /// <returns>The policy's JSON as it is stored.</returns>
    string GetKeyPolicy(KeyArn keyArn);

    /// <summary>KMS PutKeyPolicy with its lockout check. It replaces the whole document, and has no revision id.</summary>
    /// <param name="keyArn">The key.</param>
    /// <param name="policy">The policy's JSON, at most 32,768 bytes.</param>
    void PutKeyPolicy(KeyArn keyArn, string policy);
}
