// The two condition keys by which a key policy names the shared model.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings;

/// <summary>The conditions of a key policy's statement that name Comprehend models.</summary>
internal static class ModelConditions
{
    private const int PartCount = 6;

    /// <summary>The limiting conditions whose values, all of them, can be ARNs of Comprehend.</summary>
    public static IReadOnlyList<PolicyCondition> Of(PolicyStatement statement) =>
    [
        .. LimitingConditions.Of(statement).Where(
            condition => IsModelKey(condition.Key) && condition.Value.Count > 0 && condition.Value.All(IsComprehend)),
    ];

    /// <summary>Whether a condition fits models of every account.</summary>
    public static bool IsAnyAccount(PolicyCondition condition)
    {
        // ArnLike compares part by part: a pattern with fewer than six fits nothing.
        bool isArn = condition.Operator.Contains("Arn", StringComparison.Ordinal);
        bool isPattern = isArn || condition.Operator.Contains("Like", StringComparison.Ordinal);
        return isPattern && condition.Value.Any(value =>
        {
            string[] parts = value.Split(':', PartCount);
            return parts.Length < 5 ? !isArn && value.EndsWith('*') : parts[4] == "*" && (!isArn || parts.Length == PartCount);
        });
    }

    /// <summary>Whether two values, either of which may be a pattern, fit a common ARN as far as that can be told.</summary>
    public static bool Overlap(string left, string right) =>
        WildcardMatcher.IsMatch(left, right) || WildcardMatcher.IsMatch(right, left);

    private static bool IsModelKey(string key) =>
        key.Equals(KmsStatementTemplate.SourceArnKey, StringComparison.OrdinalIgnoreCase)
        || key.Equals(KmsStatementTemplate.EncryptionContextKey, StringComparison.OrdinalIgnoreCase);

    private static bool IsComprehend(string value)
    {
        string[] parts = value.Split(':', PartCount);
        return parts is ["arn", _, "comprehend", _, ..];
    }
}
