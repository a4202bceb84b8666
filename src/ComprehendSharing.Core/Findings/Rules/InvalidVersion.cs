using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidVersion() : PolicyRule("INVALID_VERSION", FindingSeverity.Error)
{
    public override string Description =>
        "The Version is none of the policy language's, 2012-10-17 and 2008-10-17. It is not the date of the policy.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Document.Version is not (null or PolicyDocument.CurrentVersion or PolicyVersion.Old))
        {
            yield return Report(
                policy,
                policy.Source.Root["Version"]!,
                "Version",
                $"'{policy.Document.Version}' is no version of the policy language; IAM refuses a policy with it.",
                "Write \"Version\": \"2012-10-17\". It is the version of the language, not the date of this policy.");
        }
    }
}
