// Which conditions of an Allow limit it. Negated operators, those with IfExists and ForAllValues hold when the key is
// missing, so they limit nobody; with Null false beside them the key cannot be missing.
using System.Globalization;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>The conditions of a statement that must find their key in the request, and what they limit.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The meaning of "public"</see></remarks>
internal static class LimitingConditions
{
    private const string EncryptionContext = "kms:EncryptionContext:";

    // A wider network than this is no limit.
    private const int MinPrefixLength = 8;

    private static readonly HashSet<string> s_idKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOwner", "aws:SourceVpc",
        "aws:SourceVpce", "aws:VpceAccount", "aws:VpceOrgID", "aws:PrincipalServiceName", "kms:CallerAccount", "s3:DataAccessPointAccount",
    };

    // Their values have a path or a session name behind the id.
    private static readonly HashSet<string> s_prefixKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths", "aws:userid",
    };

    private static readonly HashSet<string> s_arnKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalArn", "aws:SourceArn", "s3:DataAccessPointArn",
    };

    private static readonly string[] s_sourceKeys =
    [
        "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceOwner", "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths", "aws:SourceVpc", "aws:SourceVpce", "kms:CallerAccount", "kms:GrantIsForAWSResource", "kms:ViaService",
    ];

    /// <summary>The conditions that fail when the request does not have their key.</summary>
    public static IEnumerable<PolicyCondition> Of(PolicyStatement statement) =>
        statement.Condition.Where(
            condition => condition.Operator != ConditionMatcher.NullOperator
                && !condition.Operator.Contains("Not", StringComparison.Ordinal)
                && (!HoldsWithoutKey(condition) || statement.Condition.Any(guard => Guards(guard, condition.Key))));

    /// <summary>The limiting conditions about a key.</summary>
    public static IEnumerable<PolicyCondition> About(PolicyStatement statement, string key) =>
        Of(statement).Where(condition => condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a limiting condition is about one of some keys.</summary>
    public static bool Have(PolicyStatement statement, params IEnumerable<string> keys) =>
        keys.Any(key => About(statement, key).Any());

    /// <summary>Whether a limiting condition is about the encryption context.</summary>
    public static bool HaveEncryptionContext(PolicyStatement statement) =>
        Of(statement).Any(condition => condition.Key.StartsWith(EncryptionContext, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a service acts only for whom the conditions name.</summary>
    public static bool NameSource(PolicyStatement statement) =>
        HaveEncryptionContext(statement) || Have(statement, s_sourceKeys);

    /// <summary>Whether the conditions leave of everyone only the members of an account, an organisation or a network.</summary>
    public static bool NameWho(PolicyStatement statement) =>
        Of(statement).Any(condition => condition.Value.Count > 0 && condition.Value.All(value => NamesWho(condition.Key, value)));

    private static bool HoldsWithoutKey(PolicyCondition condition) =>
        condition.Operator.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase)
        || condition.Operator.EndsWith("IfExists", StringComparison.Ordinal);

    private static bool Guards(PolicyCondition condition, string key) =>
        condition.Operator == ConditionMatcher.NullOperator
        && condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        && condition.Value.All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static bool NamesWho(string key, string value)
    {
        if (s_idKeys.Contains(key))
        {
            return !HasPlaceholder(value);
        }

        if (s_prefixKeys.Contains(key))
        {
            return !HasPlaceholder(value[..Math.Min(value.Length, 4)]);
        }

        if (s_arnKeys.Contains(key))
        {
            return IsOfOneOwner(value);
        }

        return key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase) && IsNetwork(value);
    }

    /// <summary>Whether an ARN pattern fits resources of one account only.</summary>
    private static bool IsOfOneOwner(string value)
    {
        if (!HasPlaceholder(value))
        {
            return true;
        }

        string[] parts = value.Split(':', 6);

        // A bucket's name says whose it is; its ARN has no account.
        return parts.Length == 6 && (parts[4].Length > 0
            ? !HasPlaceholder(parts[4])
            : parts[2] == "s3" && !HasPlaceholder(parts[5].Split('/')[0]));
    }

    private static bool HasPlaceholder(string value) =>
        value.AsSpan().IndexOfAny('*', '?') >= 0 || value.Contains("${", StringComparison.Ordinal);

    private static bool IsNetwork(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            || !int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || length >= MinPrefixLength;
    }
}
