// The unique ids that are left in a key policy when a user or role is deleted. KMS refuses every edit while one is there.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Finds and removes the principals of a key policy that do not exist any more.</summary>
internal static class StalePrincipals
{
    /// <summary>The policy without them, or an error that names the first one.</summary>
    /// <exception cref="SharingException"><c>KeyPolicyHasStalePrincipal</c>: there is one, and it may not be or cannot be removed.</exception>
    public static PolicyDocument Remove(KeyArn key, PolicyDocument policy, bool mayRemove, List<string> steps)
    {
        while (Find(policy) is (int index, PrincipalEntry stale))
        {
            PolicyStatement statement = policy.Statement[index];
            if (!mayRemove || !statement.Principal.Contains(stale))
            {
                throw Errors.KeyPolicyHasStalePrincipal(key, stale.Value);
            }

            bool isLast = statement.Principal.Count(entry => entry.Type == stale.Type) == 1;
            if (isLast && statement.Principal.Any(entry => entry.Type != stale.Type))
            {
                throw Errors.KeyPolicyHasStalePrincipal(key, stale.Value);
            }

            policy = isLast ? policy.RemoveAt(index) : PolicyEditor.RemovePrincipal(policy, index, stale);
            steps.Add(isLast
                ? $"remove statement '{statement.Sid}', whose only principal is the deleted {stale}"
                : $"remove the deleted {stale} from statement '{statement.Sid}'");
        }

        return policy;
    }

    /// <summary>The first of them, and the statement where it stands; null when there is none.</summary>
    public static (int Index, PrincipalEntry Entry)? Find(PolicyDocument policy)
    {
        for (int index = 0; index < policy.Statement.Count; index++)
        {
            PolicyStatement statement = policy.Statement[index];
            PrincipalEntry? stale = statement.Principal.Concat(statement.NotPrincipal)
                .FirstOrDefault(entry => entry.Principal?.Kind == PrincipalKind.UniqueId);
            if (stale is not null)
            {
                return (index, stale);
            }
        }

        return null;
    }
}
