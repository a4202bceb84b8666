using ComprehendSharing.Identity;

namespace ComprehendSharing.Templates;

/// <summary>The principals that a template authorises, checked.</summary>
internal static class Grantees
{
    /// <summary>The principals without repetitions; refuses none, everyone and those that were deleted.</summary>
    /// <exception cref="SharingException"><c>NoPrincipal</c>, <c>PublicPrincipal</c>, <c>StalePrincipal</c>.</exception>
    public static ValueList<PolicyPrincipal> Check(IEnumerable<PolicyPrincipal> principals)
    {
        ValueList<PolicyPrincipal> distinct = [.. principals.Distinct()];
        if (distinct.Count == 0)
        {
            throw Errors.NoPrincipal();
        }

        foreach (PolicyPrincipal principal in distinct)
        {
            if (principal.Kind == PrincipalKind.Everyone)
            {
                throw Errors.PublicPrincipal(principal);
            }

            if (principal.Kind == PrincipalKind.UniqueId)
            {
                throw Errors.StalePrincipal(principal);
            }
        }

        return distinct;
    }

    /// <summary>Refuses a principal of another partition than the model's.</summary>
    /// <exception cref="SharingException"><c>PartitionMismatch</c>.</exception>
    public static void CheckPartition(IEnumerable<PolicyPrincipal> principals, ModelArn model)
    {
        PolicyPrincipal? other = principals.FirstOrDefault(p => p.Partition is not null && p.Partition != model.Partition);
        if (other is not null)
        {
            throw Errors.PartitionMismatch(other, model);
        }
    }
}
