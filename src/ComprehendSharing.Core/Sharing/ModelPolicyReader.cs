using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Reads resource policies of models.</summary>
/// <param name="gateway">AWS, as the owner of the models.</param>
public sealed class ModelPolicyReader(IAwsGateway gateway)
{
    /// <summary>Reads the policy of a version.</summary>
    /// <param name="modelArn">The version.</param>
    /// <exception cref="AwsServiceException">AWS refused to tell.</exception>
    public ModelPolicy Read(ModelArn modelArn)
    {
        ResourcePolicyDescription description = gateway.DescribeResourcePolicy(modelArn);
        PolicyDocument? document = description.Policy is null ? null : PolicyDocument.Parse(description.Policy);
        return new ModelPolicy
        {
            ModelArn = modelArn,
            Document = document,
            Principal = document is null ? [] : ImportAuthorization.Principals(document),
            PolicyRevisionId = description.RevisionId,
            CreationTime = description.CreationTime,
            LastModifiedTime = description.LastModifiedTime,
            Status = document is null ? ModelPolicyStatus.None : ModelPolicyStatus.Set,
        };
    }
}
