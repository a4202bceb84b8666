namespace ComprehendSharing.Findings.Rules;

internal sealed class InvalidConditionOperator() : PolicyRule("INVALID_CONDITION_OPERATOR", FindingSeverity.Error)
{
    private static readonly string[] s_prefixes =
        [string.Empty, OperatorName.ForAllValues + ":", OperatorName.ForAnyValue + ":"];

    private static readonly string[] s_suffixes = [string.Empty, OperatorName.IfExists];

    private static readonly string[] s_known =
    [
        .. from prefix in s_prefixes from name in OperatorName.All from suffix in s_suffixes
           where name != "Null" || (prefix.Length == 0 && suffix.Length == 0)
           select prefix + name + suffix,
    ];

    public override string Description => "There is no condition operator of this name.";

    public override string Source => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from block in statement.Find("Condition")?.Members ?? []
        where !OperatorName.TryParse(block.Name, out _)
        let nearest = NearestName.Find(block.Name, s_known)
        select Report(
            policy,
            statement,
            ["Condition", block.Name],
            $"'{block.Name}' is no condition operator, so AWS refuses the policy.",
            nearest is null ? "Write an operator of the policy language, such as StringEquals or ArnLike." : $"Write \"{nearest}\".");
}
