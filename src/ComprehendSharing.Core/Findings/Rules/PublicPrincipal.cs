namespace ComprehendSharing.Findings.Rules;

internal sealed class PublicPrincipal() : PolicyRule("PUBLIC_PRINCIPAL", FindingSeverity.Security)
{
    public override string Description =>
        "An Allow to everyone (\"*\" or {\"AWS\": \"*\"}) without a condition that limits it. Everyone with an AWS account may do what the statement allows. Negated operators, ...IfExists and ForAllValues hold when the key is missing, and limit nobody.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy && statement.IsAllow && !LimitingConditions.Of(statement.Statement).Any()
        from principal in LocatedPrincipal.Of(statement)
        where principal.Entry.IsEveryone
        select Report(
            policy,
            principal.Part,
            principal.Path,
            $"The principal '*' allows {statement.Statement.Action} to every AWS account in the world{Conditions(statement)}.",
            policy.Kind switch
            {
                PolicyKind.ModelPolicy => "Name the accounts that may import the model; New-ComprehendModelPolicy writes the policy for them.",
                PolicyKind.KeyPolicy => "Name the accounts, users or roles that may use the key; New-ComprehendKmsStatement writes the statements for them.",
                _ => "Name the accounts, users, roles or services that may assume the role.",
            });

    private static string Conditions(StatementUnderTest statement) => statement.Statement.Condition.Count == 0
        ? string.Empty
        : $": {string.Join(" and ", statement.Statement.Condition.Select(condition => $"{condition.Operator} {condition.Key}"))} also holds when the key is missing";
}
