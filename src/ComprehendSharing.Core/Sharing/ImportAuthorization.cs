// Who a model policy lets import, as far as the policy alone can tell.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Reads from a model policy whom it authorises to import.</summary>
internal static class ImportAuthorization
{
    /// <summary>The principals of the statements that allow the import, in the order of the text.</summary>
    public static ValueList<PolicyPrincipal> Principals(PolicyDocument document) =>
    [
        .. document.Statement
            .Where(statement => statement.Effect == PolicyEffect.Allow && NamesImport(statement))
            .SelectMany(statement => statement.Principal)
            .Select(entry => entry.Principal)
            .OfType<PolicyPrincipal>()
            .Distinct(),
    ];

    /// <summary>Those of the principals that the others do not cover; an account covers all of its users and roles.</summary>
    public static ValueList<PolicyPrincipal> NotCovered(IEnumerable<PolicyPrincipal> principals, ValueList<PolicyPrincipal> by) =>
    [
        .. principals.Where(p => !by.Any(
            other => other == p
                || other.Kind == PrincipalKind.Everyone
                || (other.Kind == PrincipalKind.Account && other.AccountId == p.AccountId))),
    ];

    private static bool NamesImport(PolicyStatement statement) => statement.Action.Any(
        action => action.Equals(ModelPolicyTemplate.ImportModelAction, StringComparison.OrdinalIgnoreCase)
            || action is "*"
            || action.Equals("comprehend:*", StringComparison.OrdinalIgnoreCase));
}
