using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The IAM policies of the owning account.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html#custom-copy-sharing-prerequisites-permissions-iam">IAM policy statement</see></remarks>
public static class OwnerTemplates
{
    /// <summary>For whoever shares a model: its resource policy, and the policy of its key if there is one.</summary>
    /// <param name="model">The model; all of its versions are meant, as in the guide.</param>
    /// <param name="key">Its customer managed key; null for an AWS owned key.</param>
    public static PolicyDocument ManagePolicies(ModelArn model, KeyArn? key)
    {
        ArgumentNullException.ThrowIfNull(model);
        ValueList<string> versions = [.. KmsStatementTemplate.Patterns(model, KeyAccessScope.Model)];
        List<PolicyStatement> statements =
        [
            new()
            {
                Sid = "ManageModelPolicies",
                Effect = PolicyEffect.Allow,
                Action = ["comprehend:PutResourcePolicy", "comprehend:DeleteResourcePolicy", "comprehend:DescribeResourcePolicy"],
                Resource = versions,
            },
            new()
            {
                Sid = "DescribeModels",
                Effect = PolicyEffect.Allow,
                Action = [$"comprehend:Describe{model.Kind}"],
                Resource = versions,
            },
        ];
        statements.Add(new()
        {
            Sid = "ListModels",
            Effect = PolicyEffect.Allow,
            Action = [$"comprehend:List{model.Kind}s"],
            Resource = ["*"],
        });
        if (key is not null)
        {
            statements.Add(new()
            {
                Sid = "ManageKeyPolicy",
                Effect = PolicyEffect.Allow,
                Action = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
                Resource = [key.Value],
            });
        }

        return PolicyDocument.Create(statements);
    }
}
