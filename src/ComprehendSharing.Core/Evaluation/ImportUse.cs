// What an import asks of policies, apart from the keys, which are KeyUse's. The sandbox asks it of the policies of its scenario,
// and the checks of a share ask it of those that they are given. What AWS does not document of it is listed in SandboxImport.
using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Evaluation;

/// <summary>The requests of an import.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html">Actions, resources, and condition keys for Amazon Comprehend</see></remarks>
internal static class ImportUse
{
    public const string Service = "comprehend.amazonaws.com";
    public const string SourceAccountKey = "aws:SourceAccount";

    /// <summary>The copy that an import makes: the source's names where it gives none.</summary>
    public static ModelArn Copy(ModelArn source, AccountId importer, string? modelName = null, string? versionName = null) => ModelArn.Create(
        source.Partition, source.Region, importer, source.Kind, modelName ?? source.Name, versionName ?? source.VersionName);

    /// <summary>The caller importing the source.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="source">The source.</param>
    /// <param name="copyKeyId">The key of the copy as the caller wrote it; null for an AWS owned key.</param>
    /// <param name="tags">The tags of the copy; null for none.</param>
    public static AccessRequest ImportModel(
        PolicyPrincipal caller, ModelArn source, string? copyKeyId, IReadOnlyDictionary<string, string>? tags = null)
    {
        RequestContext context = Tags(tags);
        return new AccessRequest(
            caller,
            ModelPolicyTemplate.ImportModelAction,
            source.ToString(),
            copyKeyId is null ? context : context.With("comprehend:ModelKmsKey", copyKeyId));
    }

    /// <summary>The caller passing the role to Comprehend.</summary>
    public static AccessRequest PassRole(PolicyPrincipal caller, RoleArn role) =>
        new(caller, "iam:PassRole", role.Value, RequestContext.Empty.With("iam:PassedToService", Service));

    /// <summary>The caller tagging what is made.</summary>
    public static AccessRequest TagResource(PolicyPrincipal caller, Arn made, IReadOnlyDictionary<string, string> tags) =>
        new(caller, "comprehend:TagResource", made.ToString(), Tags(tags));

    /// <summary>Comprehend assuming the role to make the copy.</summary>
    public static AccessRequest AssumeRole(PolicyPrincipal role, ModelArn copy) => new(
        PolicyPrincipal.Parse(Service),
        "sts:AssumeRole",
        role.Value,
        RequestContext.Empty.With(SourceAccountKey, copy.AccountId.Value).With(KmsStatementTemplate.SourceArnKey, copy.ToString()));

    /// <summary>The condition keys of tags.</summary>
    public static RequestContext Tags(IReadOnlyDictionary<string, string>? tags) => tags is null or { Count: 0 }
        ? RequestContext.Empty
        : tags.Aggregate(
            RequestContext.Empty.With("aws:TagKeys", tags.Keys),
            (context, tag) => context.With($"aws:RequestTag/{tag.Key}", tag.Value));
}
