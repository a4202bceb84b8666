// Who a model policy lets import, as far as the policy alone can tell.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Reads from a model policy whom it authorises to import.</summary>
internal static class ImportAuthorization
{
    private static readonly ResourcePolicyEvaluator s_evaluator = new();

    // What is the same for every principal of an account.
    private static readonly string[] s_accountKeys = ["aws:PrincipalAccount", "aws:ResourceAccount", "aws:RequestedRegion"];

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

    /// <summary>Whether a policy lets a principal import a model whatever the circumstances: no condition, no Deny in the way.</summary>
    public static bool Allows(PolicyDocument document, PolicyPrincipal principal, ModelArn model) => s_evaluator
        .Evaluate(new AccessRequest(principal, ModelPolicyTemplate.ImportModelAction, model.ToString(), RequestContext.Empty), document)
        .IsAllowed;

    /// <summary>Whether a Deny of a policy keeps a principal, or all principals of an account, from importing whatever the circumstances.</summary>
    public static bool Denies(PolicyDocument document, PolicyPrincipal principal, ModelArn model)
    {
        AccessRequest request = ImportUse.ImportModel(principal, model, copyKeyId: null);
        RequestView view = new(request);
        bool isAccount = principal.Kind == PrincipalKind.Account;
        bool IsCertain(PolicyCondition condition) =>
            view.Find(condition.Key, out _) is not null
            && (!isAccount || s_accountKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase));
        ValueList<PolicyStatement> certain =
        [
            .. document.Statement.Where(statement =>
                statement.Effect == PolicyEffect.Deny
                && (!isAccount || statement.NotPrincipal.Count == 0)
                && statement.Condition.All(IsCertain)),
        ];
        return s_evaluator.Evaluate(request, PolicyDocument.Create(certain)).Decision == AccessOutcome.ExplicitlyDenied;
    }

    /// <summary>Who can import by one policy and not by another: no longer named, now denied, or under a new condition.</summary>
    public static ValueList<PolicyPrincipal> Lost(PolicyDocument before, PolicyDocument after, ModelArn model)
    {
        ValueList<PolicyPrincipal> named = Principals(before);
        IEnumerable<PolicyPrincipal> denied = after.Statement
            .Where(statement => statement.Effect == PolicyEffect.Deny)
            .SelectMany(statement => statement.Principal)
            .Select(entry => entry.Principal)
            .OfType<PolicyPrincipal>();
        IEnumerable<PolicyPrincipal> cut = named.Concat(denied).Where(p => Allows(before, p, model) && !Allows(after, p, model));
        return [.. NotCovered(named, Principals(after)).Concat(cut).Distinct()];
    }

    // An account covers all of its users and roles.
    private static IEnumerable<PolicyPrincipal> NotCovered(IEnumerable<PolicyPrincipal> principals, ValueList<PolicyPrincipal> by) =>
        principals.Where(p => !by.Any(
            other => other == p
                || other.Kind == PrincipalKind.Everyone
                || (other.Kind == PrincipalKind.Account && other.AccountId == p.AccountId)));

    private static bool NamesImport(PolicyStatement statement) => statement.Action.Any(
        action => action.Equals(ModelPolicyTemplate.ImportModelAction, StringComparison.OrdinalIgnoreCase)
            || action is "*"
            || action.Equals("comprehend:*", StringComparison.OrdinalIgnoreCase));
}
