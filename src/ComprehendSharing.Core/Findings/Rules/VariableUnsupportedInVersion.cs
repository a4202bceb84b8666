namespace ComprehendSharing.Findings.Rules;

internal sealed class VariableUnsupportedInVersion() : PolicyRule("VARIABLE_UNSUPPORTED_IN_VERSION", FindingSeverity.Error)
{
    private static readonly string[] s_elements = ["Resource", "NotResource"];

    public override string Description =>
        "A resource or a condition value has a policy variable, and the policy is of version 2008-10-17 or has none. "
        + "The variable is then plain text, which no request matches.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Document.Version is not (null or PolicyVersion.Old))
        {
            yield break;
        }

        foreach (StatementUnderTest statement in policy.Statements)
        {
            IEnumerable<ValueUnderTest> values = s_elements
                .SelectMany(element => ValueUnderTest.Of(statement, element))
                .Concat(ConditionUnderTest.Of(statement).SelectMany(condition => condition.Items));
            foreach (ValueUnderTest value in values)
            {
                if (PolicyVariableText.First(value.Text) is { } variable)
                {
                    yield return Report(
                        policy,
                        value.Part,
                        value.Path,
                        $"'{value.Text}' has the variable {variable}, and version 2008-10-17 of the policy language, which a policy "
                        + "without Version has too, takes it as plain text.",
                        "Write \"Version\": \"2012-10-17\", and check what the statement then covers.");
                }
            }
        }
    }
}
