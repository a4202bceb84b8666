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
        if (policy.Kind != PolicyKind.KeyPolicy)
        {
            return [];
        }

        // Who gives what is looked up once for all pairs: a policy may have many statements.
        Dictionary<string, Giver[]> givers = s_trio.ToDictionary(action => action, action => Givers(policy, action).ToArray());

        // A principal and a model stand in several statements; they lack the same in each.
        IEnumerable<(LocatedPrincipal Located, string Model, string[] Missing)> lacking =
            from statement in policy.Statements
            where IsShare(statement)
            from located in LocatedPrincipal.External(policy, statement)
            from model in Models(statement)
            let missing = s_trio.Where(action => !givers[action].Any(giver => giver.Gives(located.Entry, model))).ToArray()
            where missing.Length > 0
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

    private static IEnumerable<Giver> Givers(PolicyUnderTest policy, string action) =>
        from statement in policy.Statements
        where statement.IsAllow && StatementActions.Cover(statement, action)
        select new Giver(
            [.. statement.Statement.Principal.Select(entry => (PolicyComparer.Canonical(entry), entry))],
            [.. ModelConditions.Of(statement.Statement).Select(condition => condition.Value)]);

    private static bool IsShare(StatementUnderTest statement) =>
        statement.IsAllow
        && StatementActions.Covered(statement, s_trio).Count > 0
        && ModelConditions.Of(statement.Statement).Count > 0;

    private static IEnumerable<string> Models(StatementUnderTest statement) =>
        ModelConditions.Of(statement.Statement).SelectMany(condition => condition.Value).Distinct();

    /// <summary>A statement that allows an action: to whom, and for which models.</summary>
    private sealed record Giver((string Meaning, PrincipalEntry Entry)[] Principals, ValueList<string>[] Models)
    {
        public bool Gives(PrincipalEntry principal, string model) =>
            Array.TrueForAll(Models, patterns => patterns.Any(pattern => pattern == model || ModelConditions.Overlap(pattern, model)))
            && Array.Exists(Principals, giver => Includes(giver.Meaning, giver.Entry, principal));

        private static bool Includes(string meaning, PrincipalEntry entry, PrincipalEntry principal) =>
            entry.IsEveryone
            || meaning == PolicyComparer.Canonical(principal)
            || (entry.Principal is { Kind: PrincipalKind.Account } account && account.AccountId == principal.Principal?.AccountId);
    }
}
