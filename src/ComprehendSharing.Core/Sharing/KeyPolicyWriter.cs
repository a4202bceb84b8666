// Writes a planned edit of a key policy. KMS has no revision id and replaces the whole document, so another writer's edit is
// looked for before and after the write; between the last look and the write it can still be lost, and nobody can exclude that.
using ComprehendSharing.Aws;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Makes planned edits of key policies, on whatever the policies have become meanwhile.</summary>
internal sealed class KeyPolicyWriter(IAwsGateway gateway)
{
    private const int MaxAttempts = 5;

    /// <summary>Makes an edit: read again, plan again if it changed, write, read back.</summary>
    /// <param name="plan">The edit.</param>
    /// <param name="replan">Plans the same edit of another text.</param>
    /// <param name="cancellation">Ends the waits between attempts; never leaves half an edit.</param>
    /// <returns>The edit that was made.</returns>
    /// <exception cref="SharingException"><c>KeyPolicyConflict</c>: others kept changing the policy.</exception>
    /// <exception cref="AwsServiceException">AWS refused the edit.</exception>
    public KeyPolicyPlan Write(KeyPolicyPlan plan, Func<PolicyDocument, KeyPolicyPlan> replan, CancellationToken cancellation)
    {
        KeyPolicyPlan? written = null;
        for (int attempt = 1; !plan.IsUnchanged; attempt++)
        {
            AwsServiceException? unanswered = null;
            PolicyDocument now = Read(plan);
            if (now == plan.Current)
            {
                unanswered = Put(plan);
                written = plan;
                try
                {
                    now = ReadBack(plan, cancellation);
                }
                catch (SharingException exception)
                {
                    // What KMS has answered to is done, and must be told. Of what it has not answered to nothing is known.
                    return unanswered is null ? Unverified(plan, exception) : throw unanswered;
                }

                if (PolicyComparer.AreEquivalent(now, plan.Result))
                {
                    return plan;
                }
            }

            if (attempt == MaxAttempts)
            {
                throw unanswered ?? Errors.KeyPolicyConflict(plan, now, attempt);
            }

            Pause(attempt, cancellation);
            plan = replan(now);
        }

        return written is null ? plan : BuiltUpon(written, plan);
    }

    // An answer that did not arrive is given back: the edit may have been made, and the policy tells.
    private AwsServiceException? Put(KeyPolicyPlan plan)
    {
        try
        {
            gateway.PutKeyPolicy(plan.KeyArn, plan.Result.ToJson());
            return null;
        }
        catch (AwsServiceException exception) when (exception.IsOutcomeUnknown)
        {
            return exception;
        }
    }

    // Somebody else has edited what was written here, and left it in: it was done here all the same.
    private static KeyPolicyPlan BuiltUpon(KeyPolicyPlan written, KeyPolicyPlan now) => now with
    {
        Current = written.Current,
        Step = written.Step,
        Access =
        [
            .. now.Access.Zip(written.Access, (access, ours) => access with { Status = ours.Status, PreviousPolicy = written.Current }),
        ],
    };

    private static KeyPolicyPlan Unverified(KeyPolicyPlan plan, SharingException exception) => plan with
    {
        Access =
        [
            .. plan.Access.Select(access => access with
            {
                Warning =
                [
                    .. access.Warning,
                    $"The key policy was written, but it could not be read again to see whether another edit came between. {exception.Cause}",
                ],
            }),
        ],
    };

    // What was there before means that KMS has not caught up with the write; it can take some seconds.
    private PolicyDocument ReadBack(KeyPolicyPlan plan, CancellationToken cancellation)
    {
        PolicyDocument now = Read(plan);
        for (int attempt = 1; attempt < MaxAttempts && PolicyComparer.AreEquivalent(now, plan.Current); attempt++)
        {
            Pause(attempt, cancellation);
            now = Read(plan);
        }

        return now;
    }

    private PolicyDocument Read(KeyPolicyPlan plan) => PolicyDocument.Parse(gateway.GetKeyPolicy(plan.KeyArn));

    private void Pause(int attempt, CancellationToken cancellation) =>
        gateway.Sleep(TimeSpan.FromMilliseconds((250 << attempt) + Random.Shared.Next(250)), cancellation);
}
