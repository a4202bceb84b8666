using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>The smallest edit of one key policy that fulfils some requests; not made yet.</summary>
/// <param name="KeyArn">The key.</param>
/// <param name="Current">The policy as it is.</param>
/// <param name="Result">The policy as it would be.</param>
/// <param name="Access">What becomes of each request, in their order.</param>
/// <param name="Step">What would be done, a line each.</param>
public sealed record KeyPolicyPlan(
    KeyArn KeyArn, PolicyDocument Current, PolicyDocument Result, ValueList<KeyAccess> Access, ValueList<string> Step)
{
    /// <summary>Whether nothing is to be written.</summary>
    public bool IsUnchanged => Current == Result;
}
