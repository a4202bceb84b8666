// What the importing account needs in IAM: the guide's examples, with ARNs where it has wildcards.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The IAM policies of the importing account.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-importing.html">Importing a custom model from another AWS account</see></remarks>
public static class ImporterTemplates
{
    private const string ComprehendService = "comprehend.amazonaws.com";

    /// <summary>For whoever calls ImportModel; with a key also the right to pass a role to Comprehend.</summary>
    /// <param name="model">The shared version.</param>
    /// <param name="importer">The importing account.</param>
    /// <param name="passesRole">Whether the import needs a role.</param>
    public static PolicyDocument CallerPolicy(ModelArn model, AccountId importer, bool passesRole)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<PolicyStatement> statements =
        [
            new()
            {
                Sid = "ImportModel",
                Effect = PolicyEffect.Allow,
                Action = [ModelPolicyTemplate.ImportModelAction],
                Resource = [model.ToString()],
            },
        ];
        if (passesRole)
        {
            statements.Add(new()
            {
                Sid = "PassImportRole",
                Effect = PolicyEffect.Allow,
                Action = ["iam:PassRole"],
                Resource = [$"arn:{model.Partition}:iam::{importer}:role/*"],
                Condition = [new PolicyCondition("StringEquals", "iam:PassedToService", [ComprehendService])],
            });
        }

        return PolicyDocument.Create(statements);
    }

    /// <summary>For the role that Comprehend assumes: the owner's key, through S3 only where the guide says so.</summary>
    /// <param name="key">The key of the shared version.</param>
    public static PolicyDocument RolePolicy(KeyArn key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return PolicyDocument.Create(
            new PolicyStatement
            {
                Sid = "GrantSourceKey",
                Effect = PolicyEffect.Allow,
                Action = [KmsStatementTemplate.CreateGrantAction],
                Resource = [key.ToString()],
            },
            new PolicyStatement
            {
                Sid = "DecryptSourceModel",
                Effect = PolicyEffect.Allow,
                Action = KmsStatementTemplate.UseActions,
                Resource = [key.ToString()],
                Condition = [new PolicyCondition("StringEquals", "kms:ViaService", [$"s3.{key.Region}.amazonaws.com"])],
            });
    }

    /// <summary>The trust policy of that role: Comprehend, on behalf of this one account.</summary>
    /// <param name="importer">The importing account.</param>
    public static PolicyDocument RoleTrustPolicy(AccountId importer)
    {
        ArgumentNullException.ThrowIfNull(importer);
        return PolicyDocument.Create(new PolicyStatement
        {
            Effect = PolicyEffect.Allow,
            Principal = [new PrincipalEntry("Service", ComprehendService)],
            Action = ["sts:AssumeRole"],
            Condition = [new PolicyCondition("StringEquals", "aws:SourceAccount", [importer.Value])],
        });
    }
}
