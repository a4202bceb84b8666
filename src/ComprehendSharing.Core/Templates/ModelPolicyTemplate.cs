using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The resource policy that authorises others to import a model version.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html">Sharing a custom model with another AWS account</see></remarks>
public static class ModelPolicyTemplate
{
    /// <summary>The only action that Comprehend supports in a model's policy.</summary>
    public const string ImportModelAction = "comprehend:ImportModel";

    /// <summary>Makes the policy. Its resource <c>*</c> means the version that it is attached to.</summary>
    /// <param name="principals">Who may import; services stand under <c>Service</c>.</param>
    /// <param name="sid">The statement's label, if it shall have one.</param>
    /// <exception cref="SharingException"><c>NoPrincipal</c>, <c>PublicPrincipal</c>, <c>StalePrincipal</c>.</exception>
    public static PolicyDocument Create(IEnumerable<PolicyPrincipal> principals, string? sid = null) =>
        PolicyDocument.Create(new PolicyStatement
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Principal = [.. Grantees.Check(principals).Select(PrincipalEntry.Of)],
            Action = [ImportModelAction],
            Resource = ["*"],
        });
}
