using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidPrincipalFormat() : PolicyRule("INVALID_PRINCIPAL_FORMAT", FindingSeverity.Error)
{
    // The one principal of another form; only bucket policies have it.
    private const string OriginAccess = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ";

    public override string Description =>
        "A text under AWS that is no account id, no ARN of an account, user, role or session, and not \"*\": a group, a service, an account id with too few digits, a placeholder. AWS refuses the policy with \"invalid principals\".";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
        from located in LocatedPrincipal.All(statement)
        where located.Entry.Type == "AWS" && !IsAccepted(located.Entry.Value)
        let answer = Explain(located.Entry.Value)
        select Report(policy, located.Part, located.Path, answer.Message, answer.Cure);

    private static bool IsAccepted(string value) =>
        value.AsSpan().IndexOfAny('*', '?') >= 0
        || value.StartsWith(OriginAccess, StringComparison.Ordinal)
        || (PolicyPrincipal.TryParse(value, out PolicyPrincipal? principal) && principal.Kind != PrincipalKind.Service);

    private static (string Message, string Cure) Explain(string value)
    {
        if (PolicyPrincipal.TryParse(value, out _))
        {
            return ($"'{value}' is a service, and stands under AWS.", $"Write {{\"Service\": \"{value}\"}}.");
        }

        if (PolicyPrincipal.TryParse(value.Trim(), out _))
        {
            return ($"The principal '{value}' has white space around it, so AWS does not know it.", $"Write '{value.Trim()}'.");
        }

        if (!Arn.TryParse(value, out Arn? arn, out _))
        {
            return ($"'{value}' is neither an account id of 12 digits nor the ARN of a principal.", "Write the 12 digits of the account, or the ARN of an account, user or role.");
        }

        if (arn.Service == "iam" && arn.Resource.StartsWith("group/", StringComparison.Ordinal))
        {
            return ($"'{value}' is a group, and a group is no principal.", "Name the users of the group, a role, or the account.");
        }

        return AccountId.TryParse(arn.Account, out _)
            ? ($"'{value}' is not the ARN of an account, a user, a role or a session.", "Write an ARN such as arn:aws:iam::111122223333:root, …:user/name or …:role/name.")
            : ($"'{arn.Account}' in '{value}' is not an account id of 12 digits.", "Put the account's 12 digits in its place.");
    }
}
