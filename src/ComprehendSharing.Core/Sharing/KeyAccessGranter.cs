// Opens the keys of shared models. KMS has no revision id and replaces the whole document, so another writer's edit is
// looked for before and after the write; between the last look and the write it can still be lost, and nobody can exclude that.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Grants the use of the keys of shared models.</summary>
/// <param name="gateway">AWS, as the owner of the keys.</param>
/// <param name="evaluator">Tells what a key policy allows already.</param>
public sealed class KeyAccessGranter(IAwsGateway gateway, IAccessEvaluator evaluator)
{
    private const int MaxAttempts = 5;

    private readonly KeyPolicyPlanner _planner = new(evaluator);
    private readonly KeyFinder _keys = new(gateway);

    /// <summary>The key of a model version, fit to be opened; null for an AWS owned key.</summary>
    /// <param name="request">The version and who shall use its key.</param>
    /// <param name="expected">The key that the caller means; the model's own when null.</param>
    /// <exception cref="SharingException">
    /// <c>KeyMismatch</c>, <c>KeyInAnotherAccount</c>, <c>KeyRegionMismatch</c>,
    /// <c>KeyNotCustomerManaged</c>, <c>KeyNotEnabled</c>, and what <see cref="KmsStatementTemplate.Create"/> refuses.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model or the key.</exception>
    public KeyArn? FindKey(KeyAccessRequest request, KeyReference? expected = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ValueList<PolicyStatement> statements = KmsStatementTemplate.Create(request.Principal, [request.ModelArn], request.Scope);
        KeyDescription? key = _keys.Find(gateway.DescribeModel(request.ModelArn), expected, statements);
        return key switch
        {
            null => null,
            { KeyManager: KeyManager.Aws } => throw Errors.KeyNotCustomerManaged(key.KeyArn),
            { KeyState: not "Enabled" } => throw Errors.KeyNotEnabled(key.KeyArn, key.KeyState),
            _ => key.KeyArn,
        };
    }

    /// <summary>Reads a key policy and plans the edit. Nothing is written.</summary>
    /// <param name="key">The key.</param>
    /// <param name="requests">Who shall use it for which models.</param>
    /// <param name="options">What else may be done.</param>
    /// <exception cref="SharingException">What <see cref="KeyPolicyPlanner.PlanGrant"/> refuses.</exception>
    /// <exception cref="AwsServiceException">AWS refused to tell the policy.</exception>
    public KeyPolicyPlan Plan(KeyArn key, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options) =>
        _planner.PlanGrant(key, PolicyDocument.Parse(gateway.GetKeyPolicy(key)), requests, options);

    /// <summary>Makes a planned edit, on whatever the policy has become meanwhile.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="requests">The requests that it was made for.</param>
    /// <param name="options">What else may be done.</param>
    /// <param name="cancellation">Ends the waits between attempts; never leaves half an edit.</param>
    /// <returns>The edit that was made.</returns>
    /// <exception cref="SharingException"><c>KeyPolicyConflict</c>: others kept changing the policy.</exception>
    /// <exception cref="AwsServiceException">AWS refused the edit.</exception>
    public KeyPolicyPlan Apply(
        KeyPolicyPlan plan, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        KeyPolicyPlan? written = null;
        for (int attempt = 1; !plan.IsUnchanged; attempt++)
        {
            PolicyDocument now = PolicyDocument.Parse(gateway.GetKeyPolicy(plan.KeyArn));
            if (now == plan.Current)
            {
                gateway.PutKeyPolicy(plan.KeyArn, plan.Result.ToJson());
                written = plan;
                now = ReadBack(plan, cancellation);
                if (PolicyComparer.AreEquivalent(now, plan.Result))
                {
                    return plan;
                }
            }

            if (attempt == MaxAttempts)
            {
                throw Errors.KeyPolicyConflict(plan, now, attempt);
            }

            Pause(attempt, cancellation);
            plan = _planner.PlanGrant(plan.KeyArn, now, requests, options);
        }

        return written is null ? plan : BuiltUpon(written, plan);
    }

    // Somebody else has edited what was written here, and left it in: it was granted here all the same.
    private static KeyPolicyPlan BuiltUpon(KeyPolicyPlan written, KeyPolicyPlan now) => now with
    {
        Current = written.Current,
        Step = written.Step,
        Access =
        [
            .. now.Access.Zip(written.Access, (access, ours) => access with { Status = ours.Status, PreviousPolicy = written.Current }),
        ],
    };

    // What was there before means that KMS has not caught up with the write; it can take some seconds.
    private PolicyDocument ReadBack(KeyPolicyPlan plan, CancellationToken cancellation)
    {
        PolicyDocument now = PolicyDocument.Parse(gateway.GetKeyPolicy(plan.KeyArn));
        for (int attempt = 1; attempt < MaxAttempts && PolicyComparer.AreEquivalent(now, plan.Current); attempt++)
        {
            Pause(attempt, cancellation);
            now = PolicyDocument.Parse(gateway.GetKeyPolicy(plan.KeyArn));
        }

        return now;
    }

    private void Pause(int attempt, CancellationToken cancellation) =>
        gateway.Sleep(TimeSpan.FromMilliseconds((250 << attempt) + Random.Shared.Next(250)), cancellation);
}
