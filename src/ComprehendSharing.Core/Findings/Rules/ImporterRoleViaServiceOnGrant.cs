using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class ImporterRoleViaServiceOnGrant() : PolicyRule("IMPORTER_ROLE_VIA_SERVICE_ON_GRANT", FindingSeverity.Warning)
{
    public override string Description =>
        "An IAM policy allows kms:CreateGrant only through Amazon S3 (kms:ViaService), as the import role's statement for kms:Decrypt and kms:GenerateDataKey does. Comprehend creates the grant itself, not through S3: with such a role the import fails.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-importing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Kind != PolicyKind.IdentityPolicy || policy.Statements.Any(IsGrantWithoutS3))
        {
            return [];
        }

        return from statement in policy.Statements
            where IsGrant(statement)
            let condition = S3Condition(statement)
            where condition is not null
            select Report(
                policy,
                statement,
                ["Condition", condition.Operator, condition.Key],
                $"{KmsStatementTemplate.CreateGrantAction} is allowed only via {condition.Value}, but Comprehend asks for the grant itself.",
                $"Put {KmsStatementTemplate.CreateGrantAction} into a statement of its own without {condition.Key}, as New-ComprehendIdentityPolicy -Purpose ImportRole does.");
    }

    private static bool IsGrantWithoutS3(StatementUnderTest statement) =>
        statement.IsAllow
        && StatementActions.Cover(statement, KmsStatementTemplate.CreateGrantAction)
        && S3Condition(statement) is null;

    // kms:* through S3 is about the objects of a bucket, not about a grant.
    private static bool IsGrant(StatementUnderTest statement) =>
        statement.IsAllow
        && statement.Statement.Action.Any(
            action => !StatementActions.IsAll(action) && StatementActions.Fits(action, KmsStatementTemplate.CreateGrantAction));

    private static PolicyCondition? S3Condition(StatementUnderTest statement) =>
        LimitingConditions.About(statement.Statement, "kms:ViaService").FirstOrDefault(
            condition => condition.Value.Count > 0 && condition.Value.All(value => value.StartsWith("s3.", StringComparison.Ordinal)));
}
