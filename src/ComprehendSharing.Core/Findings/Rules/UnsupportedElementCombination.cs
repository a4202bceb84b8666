namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedElementCombination() : PolicyRule("UNSUPPORTED_ELEMENT_COMBINATION", FindingSeverity.Error)
{
    private static readonly string[] s_elements = ["Principal", "Action", "Resource"];

    public override string Description =>
        "A statement has an element and its opposite: Action and NotAction, Resource and NotResource, or Principal and NotPrincipal.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from element in s_elements
        let opposite = "Not" + element
        where statement.Find(element) is not null && statement.Find(opposite) is not null
        select Report(
            policy,
            statement,
            [opposite],
            $"The statement has both {element} and {opposite}, so AWS refuses the policy.",
            $"Keep one of {element} and {opposite}; to except something from {element}, add a statement that denies it.");
}
