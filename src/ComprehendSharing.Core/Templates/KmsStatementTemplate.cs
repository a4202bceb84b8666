// The key-policy statements of AWS's guide, and the narrower ones that it does not show. aws:SourceArn is documented for
// Decrypt and GenerateDataKey only: on CreateGrant it would make every import fail.
using System.Security.Cryptography;
using System.Text;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The statements of a KMS key policy that let an importer decrypt a shared model.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html#custom-copy-sharing-prerequisites-permissions-kms">AWS KMS key policy statement</see></remarks>
public static class KmsStatementTemplate
{
    /// <summary>What the Sid of a statement made here starts with.</summary>
    public const string SidPrefix = "ComprehendSharing";

    /// <summary>The condition key that names the model for Decrypt and GenerateDataKey.</summary>
    public const string SourceArnKey = "aws:SourceArn";

    /// <summary>The condition key that names the model for all three actions.</summary>
    public const string EncryptionContextKey = "kms:EncryptionContext:aws:comprehend:arn";

    internal const string CreateGrantAction = "kms:CreateGrant";

    internal const string ViaServiceKey = "kms:ViaService";

    internal static readonly ValueList<string> UseActions = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>Makes the statements for some models of one scope: one pair, or one in the compact form.</summary>
    /// <param name="principals">Who may use the key; an account is written as its root ARN.</param>
    /// <param name="models">The model versions; the partition, region and account of the conditions come from them.</param>
    /// <param name="scope">How far the conditions reach.</param>
    /// <param name="form">Two statements or one.</param>
    /// <param name="withSid">Whether the statements get the Sid by which this module knows its own.</param>
    /// <exception cref="SharingException">
    /// <c>NoPrincipal</c>, <c>PublicPrincipal</c>, <c>StalePrincipal</c>, <c>PartitionMismatch</c>.
    /// </exception>
    public static ValueList<PolicyStatement> Create(
        IEnumerable<PolicyPrincipal> principals,
        IReadOnlyCollection<ModelArn> models,
        KeyAccessScope scope = KeyAccessScope.ModelVersion,
        KmsStatementForm form = KmsStatementForm.Split,
        bool withSid = true)
    {
        ArgumentNullException.ThrowIfNull(models);
        ValueList<PolicyPrincipal> grantees = Grantees.Check(principals);
        foreach (ModelArn model in models)
        {
            Grantees.CheckPartition(grantees, model);
        }

        ValueList<PrincipalEntry> entries = Entries(grantees, models.First().Partition);
        ValueList<string> patterns = [.. models.SelectMany(model => Patterns(model, scope)).Distinct()];
        PolicyStatement Statement(ValueList<string> actions, string key) => new()
        {
            Sid = withSid ? Sid(actions, scope, entries) : null,
            Effect = PolicyEffect.Allow,
            Principal = entries,
            Action = actions,
            Resource = ["*"],
            Condition = [new PolicyCondition(Operator(scope, key), key, patterns)],
        };

        return form == KmsStatementForm.Compact
            ? [Statement([.. UseActions, CreateGrantAction], EncryptionContextKey)]
            : [Statement(UseActions, SourceArnKey), Statement([CreateGrantAction], EncryptionContextKey)];
    }

    /// <summary>The operator of a condition: literal for a version, patterns for all else.</summary>
    /// <remarks>ArnLike compares all six parts one by one; the guide's own broad form has fewer and needs StringLike.</remarks>
    internal static string Operator(KeyAccessScope scope, string key) => scope switch
    {
        KeyAccessScope.ModelVersion => "StringEquals",
        KeyAccessScope.Model or KeyAccessScope.Account when key == SourceArnKey => "ArnLike",
        _ => "StringLike",
    };

    /// <summary>The values of a condition for one model.</summary>
    internal static IEnumerable<string> Patterns(ModelArn model, KeyAccessScope scope)
    {
        string text = model.ToString();
        return scope switch
        {
            KeyAccessScope.ModelVersion => [text],
            KeyAccessScope.Model when model.HasVersion => [$"{text[..text.LastIndexOf("/version/", StringComparison.Ordinal)]}/version/*"],
            KeyAccessScope.Model => [text, $"{text}/version/*"],
            KeyAccessScope.Account => [$"arn:{model.Partition}:comprehend:{model.Region}:{model.AccountId}:*"],
            _ => [$"arn:{model.Partition}:comprehend:*"],
        };
    }

    /// <summary>Amazon S3 in the region of a key, as kms:ViaService names it.</summary>
    internal static string S3Of(KeyArn key) => $"s3.{key.Region}.amazonaws.com";

    /// <summary>The principals as a key policy names them.</summary>
    internal static ValueList<PrincipalEntry> Entries(IEnumerable<PolicyPrincipal> principals, string partition) =>
    [
        .. principals.Select(p => PrincipalEntry.Of(p.Kind == PrincipalKind.Account ? PolicyPrincipal.Root(partition, p.AccountId!) : p)),
    ];

    /// <summary>The Sid by which this module knows its own.</summary>
    /// <remarks>The same principals get the same Sid, whatever their order, so that statements for other sets never look alike.</remarks>
    internal static string Sid(ValueList<string> actions, KeyAccessScope scope, ValueList<PrincipalEntry> principals)
    {
        string part = actions.Count switch { 1 => "Grant", 2 => "Decrypt", _ => "Use" };
        string set = string.Join('\n', principals.Select(PolicyComparer.Canonical).Order(StringComparer.Ordinal));
        return $"{SidPrefix}{scope}{part}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(set)))[..8]}";
    }
}
