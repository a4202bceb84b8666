using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

/// <summary>Checks a policy and keeps the findings of one code.</summary>
internal static class RuleRun
{
    /// <summary>The findings about a policy.</summary>
    public static IReadOnlyList<Finding> OnPolicy(string code, string policy, PolicyKind kind = PolicyKind.IdentityPolicy) =>
        [.. PolicyChecker.Check(policy, kind).Where(finding => finding.Code == code)];

    /// <summary>The findings about a policy of one statement, of which all but the braces is given. The statement stands in line 3.</summary>
    public static IReadOnlyList<Finding> OnStatement(string code, string statement, PolicyKind kind = PolicyKind.IdentityPolicy) =>
        OnPolicy(code, $$"""
            {
              "Version": "2012-10-17",
              "Statement": [{ {{statement}} }]
            }
            """, kind);

    /// <summary>The findings about the condition of an identity policy's statement.</summary>
    public static IReadOnlyList<Finding> OnCondition(
        string code, string condition, string effect = "Allow", string action = "comprehend:CreateDocumentClassifier") =>
        OnStatement(code, $$"""
            "Effect": "{{effect}}", "Action": "{{action}}", "Resource": "*", "Condition": { {{condition}} }
            """);
}
