using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class SourceAccountArnMismatch() : PolicyRule("SOURCE_ACCOUNT_ARN_MISMATCH", FindingSeverity.Error)
{
    private const string SourceAccount = "aws:SourceAccount";
    private const string SourceArn = "aws:SourceArn";

    public override string Description =>
        "A statement asks for an aws:SourceAccount and for an aws:SourceArn of another account. No request has both, so the statement never matches.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from account in LimitingConditions.About(statement.Statement, SourceAccount)
        from arn in LimitingConditions.About(statement.Statement, SourceArn)
        from value in arn.Value
        where Arn.TryParse(value, out Arn? source, out _)
            && AccountId.TryParse(source.Account, out _)
            && !account.Value.Any(pattern => Fits(pattern, source.Account))
        select Report(
            policy,
            statement,
            ["Condition", arn.Operator, arn.Key],
            $"{arn.Key} '{value}' is of another account than {account.Key} {account.Value}: no request has both.",
            "Use the same account id in both.");

    private static bool Fits(string pattern, string account) =>
        pattern.Contains("${", StringComparison.Ordinal) || WildcardMatcher.IsMatch(pattern, account);
}
