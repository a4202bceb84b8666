using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class ShareWithoutModelCondition() : PolicyRule("SHARE_WITHOUT_MODEL_CONDITION", FindingSeverity.Security)
{
    private const string ViaService = "kms:ViaService";

    public override string Description =>
        "A key policy lets another account decrypt or make data keys, and neither aws:SourceArn nor the encryption context says for which model. The account can read everything that is encrypted with the key, every other model version too.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.KeyPolicy
            && statement.IsAllow
            && !LimitingConditions.Have(statement.Statement, KmsStatementTemplate.SourceArnKey)
            && !LimitingConditions.HaveEncryptionContext(statement.Statement)
            && !IsForOtherService(statement)
        let external = LocatedPrincipal.External(policy, statement)
        let actions = StatementActions.Covered(statement, KmsStatementTemplate.UseActions)
        where external.Count > 0 && actions.Count > 0
        select Report(
            policy,
            statement,
            ["Principal"],
            $"{LocatedPrincipal.Names(external)} may {string.Join(" and ", actions)} with the key for any model version and any other data.",
            $"Add the condition StringEquals {KmsStatementTemplate.SourceArnKey} with the model version's ARN, or replace the statement by those of New-ComprehendKmsStatement or Grant-ComprehendKmsAccess.");

    private static bool IsForOtherService(StatementUnderTest statement) =>
        LimitingConditions.About(statement.Statement, ViaService)
            .Any(condition => !condition.Value.Any(value => value.StartsWith("comprehend.", StringComparison.Ordinal)));
}
