using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class CreateGrantUnconstrained() : PolicyRule("CREATE_GRANT_UNCONSTRAINED", FindingSeverity.Security)
{
    private const string GrantOperations = "kms:GrantOperations";

    private static readonly string[] s_keys =
    [
        GrantOperations, "kms:GrantIsForAWSResource", "kms:GrantConstraintType", "kms:GranteePrincipal", "kms:ViaService",
        KmsStatementTemplate.SourceArnKey,
    ];

    public override string Description =>
        "A key policy lets another account create grants without a condition on the encryption context, the grant's operations, its grantee or the AWS resource it is for. The account can hand on every use of the key to whom it likes, and the grants do not show in the key policy.";

    public override string Source => "https://docs.aws.amazon.com/kms/latest/developerguide/grant-authorization.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.KeyPolicy
            && statement.IsAllow
            && StatementActions.Cover(statement, KmsStatementTemplate.CreateGrantAction)
            && !LimitingConditions.HaveEncryptionContext(statement.Statement)
            && !LimitingConditions.Have(statement.Statement, s_keys)
            && !statement.Statement.Condition.Any(IsOperationList)
        let external = LocatedPrincipal.External(policy, statement)
        where external.Count > 0
        select Report(
            policy,
            statement,
            ["Principal"],
            $"{LocatedPrincipal.Names(external)} may create grants on the key for anybody and for every operation.",
            $"Add the condition StringEquals {KmsStatementTemplate.EncryptionContextKey} with the model version's ARN, or replace the statement by those of New-ComprehendKmsStatement or Grant-ComprehendKmsAccess.");

    // The form of KMS's guide; every request for a grant has operations, so it cannot be passed without any.
    private static bool IsOperationList(PolicyCondition condition) =>
        condition.Key.Equals(GrantOperations, StringComparison.OrdinalIgnoreCase)
        && condition.Operator.StartsWith("ForAllValues:StringEquals", StringComparison.OrdinalIgnoreCase);
}
