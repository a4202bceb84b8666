namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedSid() : PolicyRule("UNSUPPORTED_SID", FindingSeverity.Error)
{
    public override string Description =>
        "A Sid of an IAM policy has other characters than A-Z, a-z and 0-9. The policies of keys may have others, such as spaces.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html";

    // What Comprehend accepts in a model's policy is not documented.
    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind is not (PolicyKind.KeyPolicy or PolicyKind.ModelPolicy)
        let sid = statement.Statement.Sid
        where sid is not null && !sid.All(char.IsAsciiLetterOrDigit)
        select Report(
            policy,
            statement,
            ["Sid"],
            $"The Sid '{sid}' has other characters than A-Z, a-z and 0-9, so IAM refuses the policy.",
            Without(sid));

    private static string Without(string sid)
    {
        string allowed = string.Concat(sid.Where(char.IsAsciiLetterOrDigit));
        return allowed.Length == 0 ? "Remove it, or write letters and digits alone." : $"Write \"Sid\": \"{allowed}\".";
    }
}
