// Principal and NotPrincipal. NotPrincipal is taken word for word: all whom Principal would not have matched.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Whom a statement is about.</summary>
internal static class PrincipalElement
{
    public static ElementMatch Match(PolicyStatement statement, PolicyPrincipal caller) => ElementMatch.OfPair(
        "Principal", statement.Principal, statement.NotPrincipal, caller, entry => Match(entry, caller));

    private static MatchAnswer Match(PrincipalEntry entry, PolicyPrincipal caller)
    {
        if (entry.IsEveryone)
        {
            return MatchAnswer.Yes;
        }

        // A federated provider, a canonical user, or a text that no AWS document explains.
        if (entry.Principal is not { } named)
        {
            return MatchAnswer.NotImplemented;
        }

        bool fits = named.Kind switch
        {
            PrincipalKind.Account => named.AccountId == caller.AccountId && AreInOnePartition(named, caller),
            PrincipalKind.Role => named == caller || IsSessionOf(named, caller),

            // AWS shows the id of a user or role that was deleted: nobody has it any more.
            PrincipalKind.UniqueId => false,
            _ => named == caller,
        };
        return fits ? MatchAnswer.Yes : MatchAnswer.No;
    }

    private static bool AreInOnePartition(PolicyPrincipal named, PolicyPrincipal caller) =>
        named.Partition is null || caller.Partition is null || named.Partition == caller.Partition;

    /// <summary>Whether a caller is a session of a role.</summary>
    /// <remarks>arn:aws:sts::A:assumed-role/Name/Session is one of arn:aws:iam::A:role/path/Name: the path is lost in it.</remarks>
    public static bool IsSessionOf(PolicyPrincipal role, PolicyPrincipal caller) =>
        caller.Kind == PrincipalKind.AssumedRole
        && role.Kind == PrincipalKind.Role
        && role.AccountId == caller.AccountId
        && role.Partition == caller.Partition
        && role.Value[(role.Value.LastIndexOf('/') + 1)..] == caller.Value.Split('/')[1];
}
