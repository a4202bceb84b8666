using ComprehendSharing.Identity;

namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidServicePrincipalFormat() : PolicyRule("INVALID_SERVICE_PRINCIPAL_FORMAT", FindingSeverity.Error)
{
    // Besides those that this module writes.
    private static readonly string[] s_rareSuffixes = [".aws.internal", ".amazonaws.eu", ".csp.hci.ic.gov", ".cloud.adc-e.uk"];

    public override string Description =>
        "A text under Service that is not the name of a service such as comprehend.amazonaws.com. AWS refuses the policy.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.IsResourcePolicy
        from located in LocatedPrincipal.All(statement)
        where located.Entry.Type == "Service" && located.Entry.Principal is null && !IsAccepted(located.Entry.Value)
        select Report(
            policy,
            located.Part,
            located.Path,
            $"'{located.Entry.Value}' is not the name of a service.",
            PolicyPrincipal.TryParse(located.Entry.Value, out _)
                ? $"Write {{\"AWS\": \"{located.Entry.Value}\"}}."
                : "Write the service's name in lower case, such as comprehend.amazonaws.com.");

    private static bool IsAccepted(string value) =>
        value.AsSpan().IndexOfAny('*', '?') >= 0
        || s_rareSuffixes.Any(suffix => value.EndsWith(suffix, StringComparison.Ordinal));
}
