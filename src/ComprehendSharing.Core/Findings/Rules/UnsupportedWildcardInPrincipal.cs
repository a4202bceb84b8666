namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedWildcardInPrincipal() : PolicyRule("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", FindingSeverity.Error)
{
    public override string Description =>
        "A wildcard inside a principal, such as arn:aws:iam::111122223333:role/* or the service \"*\". IAM does not match patterns in principals: AWS refuses the policy, or the text fits nobody.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-wildcard-in-principal";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
        from located in LocatedPrincipal.All(statement)
        where !located.Entry.IsEveryone && located.Entry.Value.AsSpan().IndexOfAny('*', '?') >= 0
        select Report(
            policy,
            located.Part,
            located.Path,
            $"The {located.Entry.Type} principal '{located.Entry.Value}' has a wildcard, which IAM does not match.",
            located.Entry.Type == "AWS"
                ? "Name each principal, or name the account and add the condition ArnLike aws:PrincipalArn with the pattern."
                : $"Name each {located.Entry.Type} principal in full.");
}
