namespace ComprehendSharing.Findings.Rules;

internal sealed class MissingVersion() : PolicyRule("MISSING_VERSION", FindingSeverity.Warning)
{
    public override string Description =>
        "The policy has no Version, which means 2008-10-17: policy variables such as ${aws:username} are then plain text.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Document.Version is null)
        {
            yield return Report(
                policy,
                policy.Source.Root,
                string.Empty,
                "The policy has no Version, so it is read as version 2008-10-17, in which policy variables are plain text.",
                "Add \"Version\": \"2012-10-17\" as the first member.");
        }
    }
}
