using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class IncompleteKmsTrio() : PolicyRule("INCOMPLETE_KMS_TRIO", FindingSeverity.Error)
{
    private static readonly string[] s_trio = [.. KmsStatementTemplate.UseActions, KmsStatementTemplate.CreateGrantAction];

    public override string Description =>
        "A key policy shares a Comprehend model's key with another account, but not all of kms:Decrypt, kms:GenerateDataKey and kms:CreateGrant. The import needs the three, and fails without one of them.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        // A principal and a model stand in several statements; they lack the same in each.
        IEnumerable<(LocatedPrincipal Located, string Model, IReadOnlyList<string> Missing)> lacking =
            from statement in policy.Statements
            where policy.Kind == PolicyKind.KeyPolicy && IsShare(statement)
            from located in LocatedPrincipal.External(policy, statement)
            from model in Models(statement)
            let missing = Missing(policy, located.Entry, model)
            where missing.Count > 0
            select (Located: located, Model: model, Missing: missing);
        return
            from lack in lacking.DistinctBy(lack => (PolicyComparer.Canonical(lack.Located.Entry), lack.Model))
            select Report(
                policy,
                lack.Located.Part,
                lack.Located.Path,
                $"{lack.Located.Entry.Value} may {string.Join(" and ", s_trio.Except(lack.Missing))} for {lack.Model}, but not {string.Join(" and ", lack.Missing)}: importing the model fails.",
                "Add what is missing; New-ComprehendKmsStatement writes the complete statements, Grant-ComprehendKmsAccess puts them into the key policy.");
    }

    private static IReadOnlyList<string> Missing(PolicyUnderTest policy, PrincipalEntry principal, string model) =>
        [.. s_trio.Where(action => !policy.Statements.Any(statement => Gives(statement, principal, model, action)))];

    private static bool IsShare(StatementUnderTest statement) =>
        statement.IsAllow
        && StatementActions.Covered(statement, s_trio).Count > 0
        && ModelConditions.Of(statement.Statement).Count > 0;

    private static IEnumerable<string> Models(StatementUnderTest statement) =>
        ModelConditions.Of(statement.Statement).SelectMany(condition => condition.Value).Distinct();

    private static bool Gives(StatementUnderTest statement, PrincipalEntry principal, string model, string action) =>
        statement.IsAllow
        && StatementActions.Cover(statement, action)
        && statement.Statement.Principal.Any(entry => Includes(entry, principal))
        && ModelConditions.Of(statement.Statement).All(condition => condition.Value.Any(value => ModelConditions.Overlap(value, model)));

    private static bool Includes(PrincipalEntry entry, PrincipalEntry principal) =>
        entry.IsEveryone
        || PolicyComparer.Canonical(entry) == PolicyComparer.Canonical(principal)
        || (entry.Principal is { Kind: PrincipalKind.Account } account && account.AccountId == principal.Principal?.AccountId);
}
