// AWS documents no error for a revision id that is out of date, and an answer that did not arrive tells nothing: after either,
// the policy itself must tell.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Looks what became of a write that named the revision of a model's policy.</summary>
internal static class PolicyRevision
{
    /// <summary>Whether the revision may be out of date, or the write may have been done all the same.</summary>
    public static bool MustBeReadAgain(AwsServiceException exception) =>
        exception.IsOutcomeUnknown || exception.Kind is ErrorKind.InvalidArgument or ErrorKind.Conflict or ErrorKind.NotFound;

    /// <summary>The policy as it is now; null when it cannot be read. Then what AWS said of the write is what is to be told.</summary>
    public static ModelPolicy? ReadAgain(ModelPolicyReader policies, ModelArn modelArn)
    {
        try
        {
            return policies.Read(modelArn);
        }
        catch (SharingException)
        {
            return null;
        }
    }
}
