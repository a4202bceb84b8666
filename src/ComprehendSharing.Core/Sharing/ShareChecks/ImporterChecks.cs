using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of the policy of whoever calls ImportModel. Tags are not asked for, so TagResource is not either.</summary>
internal static class ImporterChecks
{
    public static IEnumerable<ShareCheck> Run(Importer importer, ShareFacts facts, ShareCheckRequest request)
    {
        yield return Import(importer, facts, request);
        if (importer.Role is not null || ImportRoleChecks.IsRoleNeeded(facts, request))
        {
            yield return PassRole(importer, request);
        }
    }

    private static ShareCheck Import(Importer importer, ShareFacts facts, ShareCheckRequest request)
    {
        CheckSubject subject = importer.Subject;
        if (request.ImporterPolicy is not { } policy)
        {
            return subject.NotChecked(
                ShareCheckName.ImporterPolicy,
                "The IAM policy of whoever calls ImportModel is not known.",
                "Ask the importer for it and give it as -ImporterPolicy, or let the importer use the one in Get-ComprehendShareBundle.");
        }

        if (importer.Caller is not { } caller)
        {
            return NobodyKnown(subject, ShareCheckName.ImporterPolicy);
        }

        AccessRequest import = ImportUse.ImportModel(caller, importer.Model, importer.CopyKeyId);
        return Of(
            ShareCheckName.ImporterPolicy,
            importer,
            PolicyAnswer.ByIdentity(import, policy, facts.Policy.Value?.Document),
            $"{ModelPolicyTemplate.ImportModelAction} on {importer.Model}",
            "Add the statements of ImporterPolicy of Get-ComprehendShareBundle to the importer's policy.");
    }

    private static ShareCheck PassRole(Importer importer, ShareCheckRequest request)
    {
        CheckSubject subject = importer.Subject;
        if (request.ImporterPolicy is not { } policy)
        {
            return subject.NotChecked(
                ShareCheckName.PassRole,
                "The IAM policy of whoever passes the role to Comprehend is not known.",
                "Ask the importer for it and give it as -ImporterPolicy.");
        }

        if (importer.Role is not { } role)
        {
            return subject.NotChecked(ShareCheckName.PassRole, "The role that is passed to Comprehend is not known.", "Give the importer's role as -DataAccessRoleArn.");
        }

        return Of(
            ShareCheckName.PassRole,
            importer,
            PolicyAnswer.ByIdentity(ImportUse.PassRole(importer.Caller!, role), policy, resource: null),
            $"iam:PassRole on {role} to {ImportUse.Service}",
            $"Add what New-ComprehendIdentityPolicy -Purpose ModelImporter -DataAccessRoleArn {role} allows to the importer's policy.");
    }

    private static ShareCheck NobodyKnown(CheckSubject subject, string name) =>
        subject.NotChecked(name, "No importing account is known, so nobody could be asked for.", "Give -Principal.");

    private static ShareCheck Of(string name, Importer importer, PolicyAnswer answer, string what, string remedy) => answer switch
    {
        { IsAllowed: true } => importer.Subject.Pass(name, $"The importer's policy allows {what}."),
        { OpenQuestion: { } question } => importer.Subject.NotChecked(
            name, $"Whether the importer's policy allows {what} {question}.", "Look at the condition in the importer's policy."),
        _ => importer.Subject.Fail(name, $"The importer's policy does not allow {what}: {answer.Obstacle("the importer")}.", remedy),
    };
}
