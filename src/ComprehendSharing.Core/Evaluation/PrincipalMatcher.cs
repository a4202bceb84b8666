// Principal and NotPrincipal: whom a statement is about, and how directly it names the caller.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Compares the caller with the principals of a statement.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</see>
/// </remarks>
internal sealed class PrincipalMatcher
{
    private readonly PolicyStatement _statement;
    private readonly bool _isNot;
    private readonly (PrincipalEntry Entry, PolicyPrincipal? Principal)[] _entries;

    public PrincipalMatcher(PolicyStatement statement)
    {
        _statement = statement;
        _isNot = statement.Principal.Count == 0;
        _entries = [.. (_isNot ? statement.NotPrincipal : statement.Principal).Select(entry => (entry, entry.Principal))];
    }

    /// <summary>Whether the statement names no principals, as in identity policies.</summary>
    public bool IsEmpty => _entries.Length == 0;

    public MatchAnswer Match(RequestView request, MatchNotes? notes, out GrantKind grant)
    {
        grant = GrantKind.None;
        if (IsEmpty)
        {
            notes?.Mismatch("Principal", "a principal", "none, so the statement has no effect");
            return MatchAnswer.No;
        }

        if (_statement.Principal.Count > 0 && _statement.NotPrincipal.Count > 0)
        {
            notes?.NotDecided("Principal", "Principal together with NotPrincipal is not allowed");
            return MatchAnswer.NotDecided;
        }

        return _isNot ? MatchNot(request, notes, out grant) : MatchAny(request, notes, out grant);
    }

    private MatchAnswer MatchAny(RequestView request, MatchNotes? notes, out GrantKind grant)
    {
        grant = GrantKind.None;
        string? problem = null;
        foreach ((PrincipalEntry entry, PolicyPrincipal? principal) in _entries)
        {
            GrantKind one = Names(entry, principal, request, ref problem);
            grant = one > grant ? one : grant;
        }

        if (grant != GrantKind.None)
        {
            return MatchAnswer.Yes;
        }

        if (problem is not null)
        {
            notes?.NotDecided("Principal", problem);
            return MatchAnswer.NotDecided;
        }

        notes?.Mismatch("Principal", _statement.Principal, request.Principal);
        return MatchAnswer.No;
    }

    /// <summary>NotPrincipal: all others are meant.</summary>
    /// <remarks>
    /// For a Deny AWS asks that a user is listed together with the account, and a session together with its role and the
    /// account, and says that a part of them "might" not be enough. So only a whole chain is an exception for certain.
    /// </remarks>
    private MatchAnswer MatchNot(RequestView request, MatchNotes? notes, out GrantKind grant)
    {
        grant = GrantKind.Direct;
        string? problem = null;
        HashSet<GrantKind> named = [];
        bool isEveryone = false;
        foreach ((PrincipalEntry entry, PolicyPrincipal? principal) in _entries)
        {
            isEveryone |= entry.IsEveryone;
            named.Add(Names(entry, principal, request, ref problem));
        }

        named.Remove(GrantKind.None);
        if (problem is not null || (named.Count > 0 && !isEveryone && _statement.Effect == PolicyEffect.Deny && !IsWholeChain(named, request.Principal)))
        {
            notes?.NotDecided(
                "NotPrincipal", problem ?? $"it lists not all of user or session, role and account of {request.Principal}; AWS might deny then");
            return MatchAnswer.NotDecided;
        }

        if (named.Count > 0)
        {
            notes?.Mismatch("NotPrincipal", $"none of {_statement.NotPrincipal}", request.Principal);
            return MatchAnswer.No;
        }

        return MatchAnswer.Yes;
    }

    private static bool IsWholeChain(HashSet<GrantKind> named, PolicyPrincipal caller) => caller.Kind switch
    {
        PrincipalKind.User or PrincipalKind.FederatedUser => named.Contains(GrantKind.Direct) && named.Contains(GrantKind.ToAccount),
        PrincipalKind.Role => named.Contains(GrantKind.ToRole) && named.Contains(GrantKind.ToAccount),
        PrincipalKind.AssumedRole => named.Count == 3,
        _ => true,
    };

    private static GrantKind Names(PrincipalEntry entry, PolicyPrincipal? named, RequestView request, ref string? problem)
    {
        PolicyPrincipal caller = request.Principal;
        if (entry.IsEveryone)
        {
            return GrantKind.Direct;
        }

        if (named is null)
        {
            return NamesProvider(entry, request, ref problem);
        }

        switch (named.Kind)
        {
            case PrincipalKind.Account:
                return named.AccountId == caller.AccountId && AreInOnePartition(named, caller) ? GrantKind.ToAccount : GrantKind.None;
            case PrincipalKind.Role:
                return named == caller || IsSessionOf(named, caller) ? GrantKind.ToRole : GrantKind.None;
            case PrincipalKind.User when caller.Kind == PrincipalKind.FederatedUser && named.AccountId == caller.AccountId:
                problem ??= $"whether {named} made the session {caller} does not follow from their ARNs";
                return GrantKind.None;
            case PrincipalKind.UniqueId:
                // AWS shows the id of a user or role that was deleted: nobody has it any more.
                return GrantKind.None;
            default:
                return named == caller ? GrantKind.Direct : GrantKind.None;
        }
    }

    /// <summary>Identity providers, which AWS puts into aws:FederatedProvider; and texts that no AWS document explains.</summary>
    private static GrantKind NamesProvider(PrincipalEntry entry, RequestView request, ref string? problem)
    {
        if (entry.Type == "Federated")
        {
            return request.Find("aws:FederatedProvider", out _) is { Count: 1 } provider && provider[0] == entry.Value
                ? GrantKind.Direct
                : GrantKind.None;
        }

        problem ??= entry.Type == "CanonicalUser"
            ? $"the account of the canonical user '{entry.Value}' does not follow from its id"
            : $"'{entry.Value}' under \"{entry.Type}\" is not a principal that is implemented";
        return GrantKind.None;
    }

    private static bool AreInOnePartition(PolicyPrincipal named, PolicyPrincipal caller) =>
        named.Partition is null || caller.Partition is null || named.Partition == caller.Partition;

    /// <summary>Whether a caller is a session of a role.</summary>
    /// <remarks>arn:aws:sts::A:assumed-role/Name/Session is one of arn:aws:iam::A:role/path/Name: names are unique in an account.</remarks>
    public static bool IsSessionOf(PolicyPrincipal role, PolicyPrincipal caller) =>
        caller.Kind == PrincipalKind.AssumedRole
        && role.Kind == PrincipalKind.Role
        && role.AccountId == caller.AccountId
        && role.Partition == caller.Partition
        && role.Value.AsSpan(role.Value.LastIndexOf('/') + 1).SequenceEqual(RoleName(caller.Value));

    private static ReadOnlySpan<char> RoleName(string session)
    {
        int start = session.IndexOf('/') + 1;
        return session.AsSpan(start, session.LastIndexOf('/') - start);
    }
}
