using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidPrincipalKey() : PolicyRule("INVALID_PRINCIPAL_KEY", FindingSeverity.Error)
{
    private static readonly string[] s_elements = ["Principal", "NotPrincipal"];
    private static readonly string[] s_keys = ["AWS", "Service", "Federated", "CanonicalUser"];

    public override string Description =>
        "A member of Principal or NotPrincipal other than AWS, Service, Federated and CanonicalUser. AWS refuses the policy.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-principal-key";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
        from element in s_elements
        let part = statement.Find(element)
        where part is { Kind: JsonValueKind.Object }
        from member in part.Members
        where !s_keys.Contains(member.Name)
        select Report(
            policy,
            member.Value,
            $"{statement.Path}.{element}.{member.Name}",
            $"'{member.Name}' is no kind of principal.",
            Cure(member));

    private static string Cure(JsonMember member)
    {
        string? meant = Array.Find(s_keys, key => key.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
        return meant is null
            ? "Write AWS for accounts, users and roles, Service for services, Federated for identity providers."
            : $"Write {meant}.";
    }
}
