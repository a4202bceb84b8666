using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of the role that Comprehend assumes.</summary>
internal static class ImportRoleChecks
{
    /// <summary>Whether an import needs a role: for all but a copy without a key of its own of a model without one.</summary>
    public static bool IsRoleNeeded(ShareFacts facts, ShareCheckRequest request) => !facts.HasAwsOwnedKey || request.ModelKmsKeyId is not null;

    public static IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts, ShareCheckRequest request)
    {
        bool isNeeded = IsRoleNeeded(facts, request);
        if (isNeeded || request.DataAccessRoleArn is not null)
        {
            yield return Account(importer);
            yield return Trust(importer, request.ImportRoleTrustPolicy);
        }

        if (isNeeded)
        {
            yield return Policy(importer, facts, request);
        }
    }

    private static ShareCheck Account(Importer importer)
    {
        CheckSubject subject = importer.Subject;
        return importer switch
        {
            { Role: { } role, Principal: null } => subject.NotChecked(
                ShareCheckName.RoleAccount, $"Nobody is known who would import with the role {role}.", $"Give -Principal {role.AccountId}."),
            { Role: { } role } => subject.Pass(ShareCheckName.RoleAccount, $"The role {role} is of the importer's account."),
            { ForeignRole: { } role, IsForeignRoleWrong: true } => subject.Fail(
                ShareCheckName.RoleAccount,
                $"The role {role} is of the account {role.AccountId}, and cannot serve {importer.Principal}.",
                $"Give a role of {importer.AccountId?.Value ?? "the importing account"} as -DataAccessRoleArn."),
            { ForeignRole: { } role } => subject.NotChecked(
                ShareCheckName.RoleAccount,
                $"The role {role} is of another importer, and none of {importer.Principal} was given.",
                $"Check that importer apart, with -Principal {importer.Principal} and a role of its account as -DataAccessRoleArn."),
            _ => subject.NotChecked(
                ShareCheckName.RoleAccount, "An import under a customer managed key needs a role, and none was given.", "Give the importer's role as -DataAccessRoleArn."),
        };
    }

    private static ShareCheck Trust(Importer importer, PolicyDocument? trust)
    {
        CheckSubject subject = importer.Subject;
        if (trust is null || importer.AnyRole is not { } role)
        {
            return NotKnown(subject, ShareCheckName.RoleTrust, trust, "trust policy", "-ImportRoleTrustPolicy");
        }

        PolicyAnswer Ask(ModelArn copy) => PolicyAnswer.ByTrust(ImportUse.AssumeRole(role, copy), trust);
        ModelArn copy = importer.Copy!;
        PolicyAnswer answer = Ask(copy);
        if (answer.OpenQuestion is { } question)
        {
            return subject.NotChecked(
                ShareCheckName.RoleTrust, $"Whether {ImportUse.Service} may assume the role {question}.", "Look at the condition in the trust policy of the role.");
        }

        const string Remedy = "Give the role the trust policy of New-ComprehendIdentityPolicy -Purpose ImportRoleTrust.";
        if (!answer.IsAllowed)
        {
            return OtherNames(copy, trust).FirstOrDefault(other => Ask(other).IsAllowed) is { } other
                ? subject.Warn(
                    ShareCheckName.RoleTrust,
                    $"The trust policy lets {ImportUse.Service} assume the role for a copy such as {other}, and not for {copy}, which an import without names makes.",
                    $"Import with names that it allows, or g{Remedy[1..]}")
                : subject.Fail(
                    ShareCheckName.RoleTrust,
                    $"The trust policy of the role does not let {ImportUse.Service} assume it for the account {copy.AccountId}: {answer.Obstacle(ImportUse.Service)}.",
                    Remedy);
        }

        // An account that nobody has: who lets Comprehend in for it does so for all.
        return Ask(ImportUse.Copy(copy, AccountId.Parse("000000000000"))).IsAllowed
            ? subject.Warn(
                ShareCheckName.RoleTrust,
                $"The trust policy lets {ImportUse.Service} assume the role on behalf of any account, since nothing restricts {ImportUse.SourceAccountKey} to {copy.AccountId}.",
                Remedy)
            : subject.Pass(ShareCheckName.RoleTrust, $"The trust policy lets {ImportUse.Service} assume the role for the account {copy.AccountId} only.");
    }

    // The copies under other names that a trust policy names: any letter will do in the place of a wildcard.
    private static IEnumerable<ModelArn> OtherNames(ModelArn copy, PolicyDocument trust) => trust.Statement
        .SelectMany(statement => statement.Condition)
        .Where(condition => condition.Key.Equals(KmsStatementTemplate.SourceArnKey, StringComparison.OrdinalIgnoreCase))
        .SelectMany(condition => condition.Value)
        .Select(value => copy.Value[..(copy.Value.LastIndexOf(':') + 1)] + value[(value.LastIndexOf(':') + 1)..].Replace('*', 'x').Replace('?', 'x'))
        .Select(value => ModelArn.TryParse(value, out ModelArn? other) ? other : null)
        .OfType<ModelArn>()
        .Select(other => ImportUse.Copy(copy, copy.AccountId, other.Name, other.VersionName));

    private static ShareCheck Policy(Importer importer, ShareFacts facts, ShareCheckRequest request)
    {
        CheckSubject subject = importer.Subject;
        if (request.ImportRolePolicy is not { } policy || importer.AnyRole is not { } role)
        {
            return NotKnown(subject, ShareCheckName.RolePolicy, request.ImportRolePolicy, "IAM policy", "-ImportRolePolicy");
        }

        if (facts.Key is { Value: null, IsMissing: false })
        {
            return subject.NotChecked(ShareCheckName.RolePolicy, facts.Key);
        }

        KeyFacts? source = facts.Key.Value;
        List<PolicyAnswer> answers = source is null ? [] : Ask(role, importer.Model, source.Arn, policy, source.Policy.Value);
        answers.AddRange(CopyKeyChecks.Find(importer, request.ModelKmsKeyId) is { } key ? Ask(role, importer.Copy!, key, policy, keyPolicy: null) : []);
        PolicyAnswer? refusal = answers.Find(answer => !answer.IsAllowed && answer.OpenQuestion is null) ?? answers.Find(answer => !answer.IsAllowed);
        string what = $"{refusal?.Decision.Request.Action} on {refusal?.Decision.Request.Resource}";
        return refusal switch
        {
            null => subject.Pass(ShareCheckName.RolePolicy, "The role's policy allows it to use the keys of the import."),
            { OpenQuestion: { } question } => subject.NotChecked(
                ShareCheckName.RolePolicy, $"Whether the role's policy allows {what} {question}.", "Look at the condition in the policy of the role."),
            _ => subject.Fail(
                ShareCheckName.RolePolicy,
                $"The role's policy does not allow {what}: {refusal.Obstacle("the role")}.",
                "Give the role the policy of New-ComprehendIdentityPolicy -Purpose ImportRole."),
        };
    }

    private static List<PolicyAnswer> Ask(PolicyPrincipal role, ModelArn model, KeyArn key, PolicyDocument policy, PolicyDocument? keyPolicy) =>
        [.. KeyUse.Requests(role, model, key).Select(use => PolicyAnswer.ByIdentity(use, policy, keyPolicy))];

    private static ShareCheck NotKnown(CheckSubject subject, string name, PolicyDocument? policy, string what, string parameter) => policy is null
        ? subject.NotChecked(name, $"The {what} of the role that Comprehend assumes is not known.", $"Ask the importer for it and give it as {parameter}.")
        : subject.NotChecked(name, "No importing account is known whose role it could be.", "Give -Principal or -DataAccessRoleArn.");
}
