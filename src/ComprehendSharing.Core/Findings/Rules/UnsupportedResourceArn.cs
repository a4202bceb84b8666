using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedResourceArn() : PolicyRule("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", FindingSeverity.Error)
{
    private static readonly string[] s_modelTypes = ["document-classifier/", "entity-recognizer/"];
    private static readonly string[] s_keyTypes = ["key/"];

    public override string Description =>
        "The Resource of a model or key policy is something else than what the policy is attached to. The statement then has no effect. \"*\" means the model version or the key itself.";

    public override string Source => "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind is PolicyKind.ModelPolicy or PolicyKind.KeyPolicy
        from resource in LocatedValue.Of(statement, "Resource")
        where !MayFit(policy, resource.Text)
        select Report(
            policy,
            resource.Part,
            resource.Path,
            $"'{resource.Text}' is not {Attached(policy)}, to which the policy is attached: the statement has no effect.",
            policy.Kind == PolicyKind.KeyPolicy
                ? "Write \"Resource\": \"*\", which means this key."
                : "Write \"Resource\": \"*\", which means this model version, as New-ComprehendModelPolicy does.");

    private static bool MayFit(PolicyUnderTest policy, string pattern)
    {
        if (pattern.Contains("${", StringComparison.Ordinal))
        {
            return true;
        }

        string service = policy.Kind == PolicyKind.KeyPolicy ? "kms" : "comprehend";
        string[] types = policy.Kind == PolicyKind.KeyPolicy ? s_keyTypes : s_modelTypes;
        if (policy.Resource is { } attached && attached.Service == service && types.Any(type => attached.Resource.StartsWith(type, StringComparison.Ordinal)))
        {
            return WildcardMatcher.IsMatch(pattern, attached.ToString());
        }

        return MayBe(pattern, service, types);
    }

    // What it is attached to is not known: only what can be no model, or no key, is wrong. A wildcard may reach over colons.
    private static bool MayBe(string pattern, string service, string[] types)
    {
        int wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        string[] parts = pattern[..(wildcard < 0 ? pattern.Length : wildcard)].Split(':', 6);
        return IsStart(parts, 0, wildcard >= 0, "arn")
            && IsStart(parts, 2, wildcard >= 0, service)
            && types.Any(type => IsStart(parts, 5, wildcard >= 0, type));
    }

    private static bool IsStart(string[] parts, int index, bool isOpen, string expected)
    {
        if (index >= parts.Length)
        {
            return isOpen;
        }

        bool isLast = index == parts.Length - 1;
        return index == 5
            ? parts[index].StartsWith(expected, StringComparison.Ordinal) || (isOpen && expected.StartsWith(parts[index], StringComparison.Ordinal))
            : parts[index] == expected || (isLast && isOpen && expected.StartsWith(parts[index], StringComparison.Ordinal));
    }

    private static string Attached(PolicyUnderTest policy) =>
        policy.Resource?.ToString() ?? (policy.Kind == PolicyKind.KeyPolicy ? "a KMS key" : "a Comprehend model");
}
