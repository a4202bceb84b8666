using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class DenyNotPrincipalWithoutAccount() : PolicyRule("DENY_NOT_PRINCIPAL_WITHOUT_ACCOUNT", FindingSeverity.Warning)
{
    public override string Description =>
        "A Deny with NotPrincipal that names a user, a role or a session, but not its account. AWS may check the account first, and the one that was to be spared is denied as well.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy && !statement.IsAllow
        let accounts = statement.Statement.NotPrincipal
            .Where(entry => entry.Principal?.Kind == PrincipalKind.Account)
            .Select(entry => entry.Principal!.AccountId)
            .ToHashSet()
        from located in LocatedPrincipal.All(statement)
        where located.Path.Contains(".NotPrincipal", StringComparison.Ordinal)
            && located.Entry.Principal is { Kind: not PrincipalKind.Account, AccountId: not null }
            && !accounts.Contains(located.Entry.Principal.AccountId)
        select Report(
            policy,
            located.Part,
            located.Path,
            $"NotPrincipal names '{located.Entry.Value}' without the account {located.Entry.Principal!.AccountId}, so the Deny may hit it all the same.",
            $"Add the root ARN of account {located.Entry.Principal.AccountId} (and for a session the role), or write Principal \"*\" with the condition ArnNotEquals aws:PrincipalArn.");
}
