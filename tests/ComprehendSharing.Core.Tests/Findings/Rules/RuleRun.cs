using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Findings.Rules;

/// <summary>Runs one rule over statements; the first of them stands in line 4.</summary>
internal static class RuleRun
{
    public const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    public const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1";
    public const string Role = "arn:aws:iam::111122223333:role/Import";

    public static IReadOnlyList<Finding> Of<TRule>(PolicyKind kind, string? resource, params string[] statements)
        where TRule : PolicyRule, new() =>
        OfDocument<TRule>(kind, resource, Document(statements));

    public static IReadOnlyList<Finding> OfDocument<TRule>(PolicyKind kind, string? resource, string json)
        where TRule : PolicyRule, new() =>
        [.. new TRule().Check(new PolicyUnderTest(PolicyDocument.Parse(json), kind, resource is null ? null : Arn.Parse(resource)))];

    public static string Document(params string[] statements) =>
        $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
        {{string.Join(",\n", statements)}}
          ]
        }
        """;

    /// <summary>The findings of one code about a policy.</summary>
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

    /// <summary>An Allow in one line.</summary>
    public static string Allow(string principal, string action, string? condition = null, string effect = "Allow", string resource = "\"*\"") =>
        $$"""{ "Effect": "{{effect}}", "Principal": {{principal}}, "Action": {{action}}, "Resource": {{resource}}{{Condition(condition)}} }""";

    public static string Deny(string principal, string action, string? condition = null) => Allow(principal, action, condition, "Deny");

    /// <summary>A statement of a trust policy, which has no Resource.</summary>
    public static string Trust(string principal, string? condition = null, string action = "\"sts:AssumeRole\"") =>
        $$"""{ "Effect": "Allow", "Principal": {{principal}}, "Action": {{action}}{{Condition(condition)}} }""";

    private static string Condition(string? condition) => condition is null ? string.Empty : $", \"Condition\": {{ {condition} }}";
}
