// What the importing account needs in IAM: the guide's examples, with ARNs where it has wildcards.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The IAM policies of the importing account.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-importing.html">Importing a custom model from another AWS account</see></remarks>
public static class ImporterTemplates
{
    internal const string ComprehendService = "comprehend.amazonaws.com";

    /// <summary>For whoever calls ImportModel.</summary>
    /// <param name="model">The shared version.</param>
    /// <param name="importer">The importing account.</param>
    /// <param name="passedRole">The role, or pattern of roles, that is passed to Comprehend; null when none is.</param>
    /// <param name="allowTagging">Whether the copy may be tagged.</param>
    public static PolicyDocument CallerPolicy(ModelArn model, AccountId importer, string? passedRole, bool allowTagging = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        string type = model.Kind == ModelKind.DocumentClassifier ? "document-classifier" : "entity-recognizer";
        string copies = $"arn:{model.Partition}:comprehend:{model.Region}:{importer}:{type}/*";
        List<PolicyStatement> statements = [Allow("ImportModel", [ModelPolicyTemplate.ImportModelAction], model.Value)];
        if (passedRole is not null)
        {
            statements.Add(Allow("PassImportRole", ["iam:PassRole"], passedRole) with
            {
                Condition = [new PolicyCondition("StringEquals", "iam:PassedToService", [ComprehendService])],
            });
        }

        if (allowTagging)
        {
            statements.Add(Allow("TagCopy", ["comprehend:TagResource"], copies));
        }

        // Listing is about no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html
        statements.Add(Allow("FollowCopies", [$"comprehend:Describe{model.Kind}"], copies));
        statements.Add(Allow("FindCopies", [$"comprehend:List{model.Kind}s"], "*"));
        return PolicyDocument.Create(statements);
    }

    /// <summary>Every role of an account, for the policy of a caller whose role is not known yet.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="account">The account.</param>
    public static string AnyRole(string partition, AccountId account) => $"arn:{partition}:iam::{account}:role/*";

    /// <summary>For the role that Comprehend assumes: the keys, for their data through S3 only, as the guide has it.</summary>
    /// <param name="key">The key of the shared version.</param>
    /// <param name="copyKey">The key of the copy, if it has one.</param>
    public static PolicyDocument RolePolicy(KeyArn key, KeyArn? copyKey = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        ValueList<string> keys = copyKey is null ? [key.Value] : [key.Value, copyKey.Value];
        return PolicyDocument.Create(
            new PolicyStatement
            {
                Sid = "CreateGrant",
                Effect = PolicyEffect.Allow,
                Action = [KmsStatementTemplate.CreateGrantAction],
                Resource = keys,
            },
            new PolicyStatement
            {
                Sid = "UseKeys",
                Effect = PolicyEffect.Allow,
                Action = KmsStatementTemplate.UseActions,
                Resource = keys,
                Condition = [new PolicyCondition("StringEquals", "kms:ViaService", [$"s3.{key.Region}.amazonaws.com"])],
            });
    }

    /// <summary>The trust policy of that role: Comprehend, on behalf of this one account.</summary>
    /// <param name="importer">The importing account.</param>
    /// <remarks>As in the guide it does not name the copy, whose ARN is not known before the import.</remarks>
    public static PolicyDocument RoleTrustPolicy(AccountId importer)
    {
        ArgumentNullException.ThrowIfNull(importer);
        return RoleTrust.Create(importer);
    }

    private static PolicyStatement Allow(string sid, ValueList<string> actions, string resource) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Allow,
        Action = actions,
        Resource = [resource],
    };
}
