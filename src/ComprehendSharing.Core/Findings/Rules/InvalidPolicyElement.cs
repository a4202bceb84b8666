using ComprehendSharing.Json;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidPolicyElement() : PolicyRule("INVALID_POLICY_ELEMENT", FindingSeverity.Error)
{
    private static readonly string[] s_documentElements = ["Version", "Id", "Statement"];

    private static readonly string[] s_statementElements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    public override string Description => "The policy or a statement has a member that the policy language does not define.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
    [
        .. Check(policy, policy.Source.Root, string.Empty, s_documentElements),
        .. policy.Statements.SelectMany(statement => Check(policy, statement.Part, statement.Path + ".", s_statementElements)),
    ];

    private IEnumerable<Finding> Check(PolicyUnderTest policy, JsonPart part, string path, string[] known) =>
        from member in part.Members
        where !known.Contains(member.Name)
        let nearest = NearestName.Find(member.Name, known)
        select Report(
            policy,
            member.Value,
            path + member.Name,
            $"'{member.Name}' is no element of the policy language here, so AWS refuses the policy.",
            nearest is null ? $"Remove it; expected one of {string.Join(", ", known)}." : $"Write '{nearest}', or remove it.");
}
