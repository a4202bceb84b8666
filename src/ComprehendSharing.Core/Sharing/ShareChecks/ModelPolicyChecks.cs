using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of the model's resource policy.</summary>
internal static class ModelPolicyChecks
{
    /// <summary>Whether there is a policy.</summary>
    public static IEnumerable<ShareCheck> RunForModel(CheckSubject subject, ShareFacts facts, IReadOnlyList<Importer> importers)
    {
        ModelPolicy? policy = facts.Policy.Value;
        if (policy is null)
        {
            return [subject.NotChecked(ShareCheckName.ModelPolicy, facts.Policy)];
        }

        if (policy.Document is null)
        {
            return importers.All(importer => importer.AccountId == subject.Model.AccountId)
                ? [subject.Pass(ShareCheckName.ModelPolicy, $"The model {subject.Model} has no resource policy, and its own account needs none.")]
                : [subject.Fail(
                    ShareCheckName.ModelPolicy,
                    $"The model {subject.Model} has no resource policy, so no other account can import it.",
                    Authorise(importers[0]))];
        }

        PolicyPrincipal? odd = policy.Principal.FirstOrDefault(p => p.Kind is PrincipalKind.Everyone or PrincipalKind.UniqueId);
        return odd switch
        {
            null => [subject.Pass(ShareCheckName.ModelPolicy, $"The model has the resource policy of the revision {policy.PolicyRevisionId}.")],
            { Kind: PrincipalKind.Everyone } => [subject.Warn(
                ShareCheckName.ModelPolicy,
                $"The resource policy of the model {subject.Model} lets everyone import it.",
                "Name the importing accounts with New-ComprehendModelPolicy, and set that policy with Set-ComprehendModelPolicy -Force.")],
            _ => [subject.Warn(
                ShareCheckName.ModelPolicy,
                $"The resource policy of the model {subject.Model} names {odd}, which stands for a user or role that was deleted.",
                "Name who is there with New-ComprehendModelPolicy, and set that policy with Set-ComprehendModelPolicy -Force.")],
        };
    }

    /// <summary>Whether it lets an importer in.</summary>
    public static IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts) => [Principal(importer, facts)];

    /// <summary>Whether the model policy lets somebody import.</summary>
    public static PolicyAnswer Ask(PolicyPrincipal principal, ShareFacts facts, string? copyKeyId)
    {
        PolicyPrincipal caller = principal is { Kind: PrincipalKind.Account, AccountId: { } id }
            ? PolicyPrincipal.Root(principal.Partition ?? facts.ModelArn.Partition, id)
            : principal;
        return PolicyAnswer.ByResource(ImportUse.ImportModel(caller, facts.ModelArn, copyKeyId), facts.Policy.Value?.Document);
    }

    private static ShareCheck Principal(Importer importer, ShareFacts facts)
    {
        CheckSubject subject = importer.Subject;
        if (facts.Policy.Value is null)
        {
            return subject.NotChecked(ShareCheckName.ModelPolicyPrincipal, facts.Policy);
        }

        if (importer.Principal is not { } principal)
        {
            return Nobody(subject, facts.Policy.Value, Authorise(importer));
        }

        PolicyAnswer answer = Ask(principal, facts, importer.CopyKeyId);
        bool isOwn = principal.AccountId == subject.Model.AccountId;
        if (answer.IsAllowed)
        {
            return subject.Pass(ShareCheckName.ModelPolicyPrincipal, $"The model policy lets {principal} import the model.");
        }

        if (isOwn && answer.Decision.Decision == AccessOutcome.ImplicitlyDenied)
        {
            return subject.Pass(ShareCheckName.ModelPolicyPrincipal, $"{principal} is of the model's own account, which needs no model policy.");
        }

        if (facts.Policy.Value.Document is null)
        {
            return subject.NotChecked(
                ShareCheckName.ModelPolicyPrincipal, $"The model {subject.Model} has no resource policy that could name {principal}.", Authorise(importer));
        }

        if (answer.OpenQuestion is { } question)
        {
            return subject.NotChecked(
                ShareCheckName.ModelPolicyPrincipal, $"Whether the model policy lets {principal} import {question}.", "Look at the condition with Get-ComprehendModelPolicy.");
        }

        return Refused(importer, principal, facts, answer);
    }

    private static ShareCheck Nobody(CheckSubject subject, ModelPolicy policy, string remedy)
    {
        if (policy.Document is null)
        {
            return subject.NotChecked(
                ShareCheckName.ModelPolicyPrincipal, $"The model {subject.Model} has no resource policy that could name anybody.", remedy);
        }

        return policy.Principal.Any(principal => principal.Kind == PrincipalKind.Everyone)
            ? subject.NotChecked(
                ShareCheckName.ModelPolicyPrincipal, $"The policy of the model {subject.Model} names everyone, and nobody in particular.", "Say with -Principal who would import.")
            : subject.Fail(
                ShareCheckName.ModelPolicyPrincipal, $"The policy of the model {subject.Model} names no account, user or role that may import it.", remedy);
    }

    private static ShareCheck Refused(Importer importer, PolicyPrincipal principal, ShareFacts facts, PolicyAnswer answer)
    {
        CheckSubject subject = importer.Subject;
        ValueList<PolicyPrincipal> some =
        [
            .. facts.Policy.Value!.Principal.Where(
                other => principal.Kind == PrincipalKind.Account && other.AccountId == principal.AccountId && Ask(other, facts, importer.CopyKeyId).IsAllowed),
        ];
        if (some.Count > 0)
        {
            return subject.Warn(
                ShareCheckName.ModelPolicyPrincipal,
                $"The model policy does not name the account {principal.AccountId} as a whole, only {some}.",
                $"Import as one of them, or run {Command(importer)}.");
        }

        return answer.Decision.Decision == AccessOutcome.ExplicitlyDenied
            ? subject.Fail(
                ShareCheckName.ModelPolicyPrincipal,
                $"The policy of the model {subject.Model} keeps {principal} from importing it: {answer.Obstacle(principal)}.",
                "Read the policy with Get-ComprehendModelPolicy, and set it without that statement with Set-ComprehendModelPolicy -Force.")
            : subject.Fail(
                ShareCheckName.ModelPolicyPrincipal,
                $"The policy of the model {subject.Model} does not let {principal} import it: {answer.Obstacle(principal)}.",
                Authorise(importer));
    }

    private static string Authorise(Importer importer) => $"Run {Command(importer)}.";

    private static string Command(Importer importer)
    {
        string who = importer.Principal?.Value ?? importer.AccountId?.Value ?? "<account>";
        return $"New-ComprehendModelPolicy -ModelArn {importer.Model} -Principal {who} | Set-ComprehendModelPolicy -Merge";
    }
}
