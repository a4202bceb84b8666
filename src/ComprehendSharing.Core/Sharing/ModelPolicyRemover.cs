using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Removes resource policies of models. Copies that were imported already stay with their owners.</summary>
/// <param name="gateway">AWS, as the owner of the models.</param>
public sealed class ModelPolicyRemover(IAwsGateway gateway)
{
    private readonly ModelPolicyReader _policies = new(gateway);

    /// <summary>Reads the policy that would be removed. Nothing is written.</summary>
    /// <param name="modelArn">The version.</param>
    /// <param name="revisionId">The revision that the caller means; any when null.</param>
    /// <returns>The policy; without a document when there is none, which is no error.</returns>
    /// <exception cref="SharingException"><c>PolicyRevisionConflict</c>: it is at another revision.</exception>
    /// <exception cref="AwsServiceException">AWS refused to tell.</exception>
    public ModelPolicy Check(ModelArn modelArn, string? revisionId)
    {
        ModelPolicy current = _policies.Read(modelArn);
        return revisionId is null || revisionId == current.PolicyRevisionId
            ? current
            : throw Errors.PolicyRevisionConflict(current, revisionId, wanted: null);
    }

    /// <summary>Removes a policy that was read.</summary>
    /// <param name="current">The policy.</param>
    /// <returns>What is left: no policy; its principals are those who lost the access, for who takes their key away next.</returns>
    /// <exception cref="SharingException"><c>PolicyRevisionConflict</c>: somebody else changed it meanwhile.</exception>
    /// <exception cref="AwsServiceException">AWS refused the removal.</exception>
    public ModelPolicy Apply(ModelPolicy current)
    {
        ArgumentNullException.ThrowIfNull(current);
        ModelPolicy none = new() { ModelArn = current.ModelArn, Principal = current.Principal };
        if (current.Document is null)
        {
            return none;
        }

        try
        {
            gateway.DeleteResourcePolicy(current.ModelArn!, current.PolicyRevisionId);
            return none;
        }
        catch (AwsServiceException exception) when (PolicyRevision.MustBeReadAgain(exception))
        {
            ModelPolicy? now = PolicyRevision.ReadAgain(_policies, current.ModelArn!);
            if (now is { Document: null })
            {
                return none;
            }

            if (now is not null && now.PolicyRevisionId != current.PolicyRevisionId)
            {
                throw Errors.PolicyRevisionConflict(now, current.PolicyRevisionId, wanted: null);
            }

            throw;
        }
    }
}
