using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The trust policies of roles that Comprehend assumes: never on behalf of another account.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html">Cross-service confused deputy prevention</see></remarks>
internal static class RoleTrust
{
    /// <summary>Lets Comprehend assume the role for an account, and for some of its resources only.</summary>
    /// <param name="account">The account of the role.</param>
    /// <param name="sources">The ARNs of these resources, or patterns of them; none for all.</param>
    public static PolicyDocument Create(AccountId account, params IEnumerable<string> sources)
    {
        ValueList<string> arns = [.. sources];
        ValueList<PolicyCondition> condition = [new PolicyCondition("StringEquals", "aws:SourceAccount", [account.Value])];
        if (arns.Count > 0)
        {
            string @operator = arns.Any(arn => arn.Contains('*', StringComparison.Ordinal)) ? "ArnLike" : "ArnEquals";
            condition = [.. condition, new PolicyCondition(@operator, KmsStatementTemplate.SourceArnKey, arns)];
        }

        return PolicyDocument.Create(new PolicyStatement
        {
            Effect = PolicyEffect.Allow,
            Principal = [new PrincipalEntry("Service", ImporterTemplates.ComprehendService)],
            Action = ["sts:AssumeRole"],
            Condition = condition,
        });
    }
}
