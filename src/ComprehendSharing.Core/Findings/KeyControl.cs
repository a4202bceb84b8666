// Who may change a key policy. An account that is named covers all its users and roles, as far as its own policies let them.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>Who keeps control over a key.</summary>
internal static class KeyControl
{
    public const string PutKeyPolicy = "kms:PutKeyPolicy";

    /// <summary>What to add where the account of the key has no say.</summary>
    public static string DefaultStatement(PolicyUnderTest policy) =>
        $"Allow kms:* to arn:{policy.Resource?.Partition ?? "aws"}:iam::{policy.Owner?.Value ?? "ACCOUNT"}:root";

    /// <summary>Whether the key is one that AWS manages in the account: AWS alone changes its policy.</summary>
    public static bool IsAwsManaged(PolicyUnderTest policy) =>
        policy.Document.Id?.StartsWith("auto-", StringComparison.Ordinal) == true;

    /// <summary>The principals that a statement lets change the key policy, if nothing denies it.</summary>
    public static IEnumerable<PrincipalEntry> Keepers(PolicyUnderTest policy) =>
        policy.Statements
            .Where(statement => Applies(statement) && statement.IsAllow)
            .SelectMany(statement => statement.Statement.Principal)
            .Where(entry => MayKeep(policy, entry));

    /// <summary>The statement that denies the change to a principal without a condition; null when none does.</summary>
    public static StatementUnderTest? Denial(PolicyUnderTest policy, PrincipalEntry keeper) =>
        policy.Statements.FirstOrDefault(
            statement => Applies(statement)
                && !statement.IsAllow
                && statement.Statement.Condition.Count == 0
                && statement.Statement.Principal.Any(denied => Includes(denied, keeper)));

    /// <summary>Whether nobody of the account may change the policy.</summary>
    public static bool IsLost(PolicyUnderTest policy) =>
        !IsAwsManaged(policy)
        && !policy.Statements.Any(statement => Applies(statement) && statement.IsAllow && statement.Statement.NotPrincipal.Count > 0)
        && Keepers(policy).All(keeper => Denial(policy, keeper) is not null);

    /// <summary>Whether a principal stands for the account of the key, so that IAM policies have an effect.</summary>
    public static bool IsAccount(PolicyUnderTest policy, PrincipalEntry entry) =>
        entry.Principal?.Kind switch
        {
            PrincipalKind.Everyone => true,
            PrincipalKind.Account => IsOwn(policy, entry.Principal),
            null => IsUnclear(entry),
            _ => false,
        };

    // A statement without Resource has no effect in a key policy. One that names something else is another rule's.
    private static bool Applies(StatementUnderTest statement) =>
        StatementActions.Cover(statement, PutKeyPolicy)
        && (statement.Statement.Resource.Count > 0 || statement.Statement.NotResource.Count > 0);

    private static bool MayKeep(PolicyUnderTest policy, PrincipalEntry entry) =>
        entry.Principal?.Kind switch
        {
            PrincipalKind.Everyone => true,
            PrincipalKind.Service or PrincipalKind.UniqueId => false,
            null => IsUnclear(entry),
            _ => IsOwn(policy, entry.Principal),
        };

    private static bool IsOwn(PolicyUnderTest policy, PolicyPrincipal principal) =>
        policy.Owner is null || principal.AccountId == policy.Owner;

    // A placeholder or a misspelling: that it is no principal is another rule's to say.
    private static bool IsUnclear(PrincipalEntry entry) => entry.Type == "AWS";

    private static bool Includes(PrincipalEntry denied, PrincipalEntry keeper) =>
        denied.IsEveryone
        || PolicyComparer.Canonical(denied) == PolicyComparer.Canonical(keeper)
        || (denied.Principal is { Kind: PrincipalKind.Account } account && account.AccountId == keeper.Principal?.AccountId);
}
