// Whether the key policy lets an importer use the key for this version. Comprehend calls KMS as the importer's role, so that is
// who is asked for; as long as no role is known, the account or a role of it must be named.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of what the key policy says of an importer.</summary>
internal static class KeyPolicyChecks
{
    public static IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts) => facts.HasAwsOwnedKey
        ? []
        :
        [
            Check(ShareCheckName.KeyPolicyDecrypt, importer, facts, KmsStatementTemplate.UseActions),
            Check(ShareCheckName.KeyPolicyGrant, importer, facts, [KmsStatementTemplate.CreateGrantAction]),
        ];

    private static ShareCheck Check(string name, Importer importer, ShareFacts facts, ValueList<string> actions)
    {
        CheckSubject subject = importer.Subject;
        if (facts.Key.Value is not { } key)
        {
            return subject.NotChecked(name, facts.Key);
        }

        if (key.Policy.Value is not { } policy)
        {
            return subject.NotChecked(name, key.Policy);
        }

        if (importer is { Role: null, Principal: null })
        {
            return subject.NotChecked(name, "Neither a principal nor a role is known that could use the key.", "Give -Principal or -DataAccessRoleArn.");
        }

        PolicyAnswer Ask(PolicyPrincipal who) => KeyUse.Requests(who, importer.Model, key.Arn)
            .Where(request => actions.Contains(request.Action))
            .Select(request => PolicyAnswer.ByResource(request, policy))
            .MinBy(answer => answer.IsAllowed)!;
        return importer.Role is null ? WithoutRole(name, importer, facts, actions, Ask) : WithRole(name, importer, facts, actions, Ask);
    }

    private static ShareCheck WithRole(
        string name, Importer importer, ShareFacts facts, ValueList<string> actions, Func<PolicyPrincipal, PolicyAnswer> ask)
    {
        PolicyPrincipal role = PolicyPrincipal.Parse(importer.Role!.Value);
        PolicyAnswer answer = ask(role);
        return answer.IsAllowed
            ? importer.Subject.Pass(name, $"The policy of the key {facts.Key.Value!.Arn} allows {actions} to the role {role} for this version.")
            : Refused(name, importer, facts, answer, role);
    }

    private static ShareCheck WithoutRole(
        string name, Importer importer, ShareFacts facts, ValueList<string> actions, Func<PolicyPrincipal, PolicyAnswer> ask)
    {
        PolicyPrincipal principal = importer.Principal!;
        KeyFacts key = facts.Key.Value!;
        PolicyPrincipal? account = principal.AccountId is { } id ? PolicyPrincipal.Root(importer.Model.Partition, id) : null;
        PolicyPrincipal asked = principal.Kind == PrincipalKind.Account ? account! : principal;
        PolicyAnswer answer = ask(asked);
        bool isOpen = answer.IsAllowed && principal.Kind != PrincipalKind.User;
        if (isOpen || (account is not null && ask(account).IsAllowed))
        {
            return importer.Subject.Pass(name, $"The policy of the key {key.Arn} allows {actions} to {(isOpen ? principal : account)} for this version.");
        }

        ValueList<PolicyPrincipal> roles =
        [
            .. key.Policy.Value!.Statement
                .SelectMany(statement => statement.Principal)
                .Select(entry => entry.Principal)
                .OfType<PolicyPrincipal>()
                .Where(other => other.Kind == PrincipalKind.Role && other.AccountId == principal.AccountId && ask(other).IsAllowed)
                .Distinct(),
        ];
        if (roles.Count > 0)
        {
            return importer.Subject.Warn(
                name,
                $"The policy of the key {key.Arn} allows {actions} for this version not to the account {principal.AccountId}, only to {roles}.",
                "Import with that role, and give it as -DataAccessRoleArn to be sure.");
        }

        return answer.IsAllowed
            ? importer.Subject.Warn(
                name,
                $"The policy of the key {key.Arn} allows {actions} to {principal}, but Comprehend uses the key as the importer's service role, which it does not name.",
                $"Run {Grant(importer, $"{principal} -KeyPrincipal <role>")} with the ARN of that role.")
            : Refused(name, importer, facts, answer, principal);
    }

    private static ShareCheck Refused(string name, Importer importer, ShareFacts facts, PolicyAnswer answer, PolicyPrincipal who)
    {
        CheckSubject subject = importer.Subject;
        KeyArn key = facts.Key.Value!.Arn;
        string action = answer.Decision.Request.Action;
        if (answer.OpenQuestion is { } question)
        {
            return subject.NotChecked(
                name, $"Whether the policy of the key {key} allows {action} to {who} {question}.", "Look at the condition in the key policy, with the importer.");
        }

        bool mayImport = importer.Principal is { } principal && ModelPolicyChecks.Ask(principal, facts, importer.CopyKeyId).IsAllowed;
        string reason = $"policy of the key {key} does not allow {action} to {who} for {importer.Model}: {answer.Obstacle(who)}.";
        string remedy = key.AccountId != importer.Model.AccountId
            ? $"Ask the account {key.AccountId} to add the statements of New-ComprehendKmsStatement -ModelArn {importer.Model} -Principal {who}."
            : answer.Decision.Decision == AccessOutcome.ExplicitlyDenied
                ? "Change that statement in KMS, since no Grant-ComprehendKmsAccess overrides a Deny."
                : $"Run {Grant(importer, $"{who}")}.";
        return subject.Fail(name, mayImport ? $"The model policy lets {importer.Principal} import, but the {reason}" : $"The {reason}", remedy);
    }

    private static string Grant(Importer importer, string principal) =>
        $"Grant-ComprehendKmsAccess -ModelArn {importer.Model} -Principal {principal}";
}
