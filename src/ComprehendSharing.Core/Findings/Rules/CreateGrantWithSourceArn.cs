using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class CreateGrantWithSourceArn() : PolicyRule("CREATE_GRANT_WITH_SOURCE_ARN", FindingSeverity.Error)
{
    public override string Description =>
        "A key policy allows kms:CreateGrant on condition of aws:SourceArn with a Comprehend resource. Comprehend's guide has that condition for kms:Decrypt and kms:GenerateDataKey only; for the grant it names the model by the encryption context. The statement then allows no grant, and the import fails.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.KeyPolicy
            && statement.IsAllow
            && StatementActions.Cover(statement, KmsStatementTemplate.CreateGrantAction)
            && statement.Statement.Principal.Any(entry => entry.Type == "AWS")
        from condition in ModelConditions.Of(statement.Statement)
        where condition.Key.Equals(KmsStatementTemplate.SourceArnKey, StringComparison.OrdinalIgnoreCase)
        select Report(
            policy,
            statement,
            ["Condition", condition.Operator, condition.Key],
            $"kms:CreateGrant is allowed only with {condition.Key} = {condition.Value}, which the request for a grant does not have: the import of the model fails.",
            $"Put kms:CreateGrant into a statement of its own with the condition {condition.Operator} {KmsStatementTemplate.EncryptionContextKey}, as New-ComprehendKmsStatement does.");
}
