using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Takes back the use of the keys of shared models.</summary>
/// <param name="gateway">AWS, as the owner of the keys.</param>
/// <param name="evaluator">Tells what a key policy allows still.</param>
public sealed class KeyAccessRevoker(IAwsGateway gateway, IAccessEvaluator evaluator) : IKeyAccessEditor
{
    private readonly KeyRevocationPlanner _planner = new(evaluator);
    private readonly KeyPolicyWriter _writer = new(gateway);
    private readonly KeyFinder _keys = new(gateway);

    /// <summary>The key of a model version; null for an AWS owned key.</summary>
    /// <param name="request">The version, and whose access ends.</param>
    /// <param name="expected">The key that the caller means; the model's own when null.</param>
    /// <exception cref="SharingException">
    /// <c>KeyMismatch</c>, <c>KeyRegionMismatch</c>, <c>KeyInAnotherAccount</c>, <c>KeyNotCustomerManaged</c>.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model or the key.</exception>
    public KeyArn? FindKey(KeyAccessRequest request, KeyReference? expected = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        KeyDescription? key = _keys.Find(gateway.DescribeModel(request.ModelArn), expected, Wanted(request));
        return key is { KeyManager: KeyManager.Aws } ? throw Errors.KeyNotCustomerManaged(key.KeyArn) : key?.KeyArn;
    }

    /// <summary>Reads a key policy and plans the removal. Nothing is written.</summary>
    /// <param name="key">The key.</param>
    /// <param name="requests">Whose access to which models ends.</param>
    /// <param name="options">What else may be done.</param>
    /// <exception cref="SharingException">What <see cref="KeyRevocationPlanner.Plan"/> refuses.</exception>
    /// <exception cref="AwsServiceException">AWS refused to tell the policy.</exception>
    public KeyPolicyPlan Plan(KeyArn key, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options) =>
        _planner.Plan(key, PolicyDocument.Parse(gateway.GetKeyPolicy(key)), requests, options);

    /// <summary>Makes a planned removal, on whatever the policy has become meanwhile.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="requests">The requests that it was made for.</param>
    /// <param name="options">What else may be done.</param>
    /// <param name="cancellation">Ends the waits between attempts; never leaves half an edit.</param>
    /// <returns>The removal that was made.</returns>
    /// <exception cref="SharingException"><c>KeyPolicyConflict</c>: others kept changing the policy.</exception>
    /// <exception cref="AwsServiceException">AWS refused the edit.</exception>
    public KeyPolicyPlan Apply(
        KeyPolicyPlan plan, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _writer.Write(plan, now => _planner.Plan(plan.KeyArn, now, requests, options), cancellation);
    }

    // Where everybody's access ends, the statements are known by their shape alone.
    private static ValueList<PolicyStatement> Wanted(KeyAccessRequest request)
    {
        if (request.Principal.Count > 0)
        {
            return KmsStatementTemplate.Create(request.Principal, [request.ModelArn], request.Scope);
        }

        PolicyPrincipal anybody = PolicyPrincipal.Root(request.ModelArn.Partition, request.ModelArn.AccountId);
        return
        [
            .. KmsStatementTemplate.Create([anybody], [request.ModelArn], request.Scope)
                .Select(statement => statement with { Sid = null, Principal = [] }),
        ];
    }
}
