namespace ComprehendSharing.Evaluation;

/// <summary>A condition operator without its set prefix and IfExists.</summary>
/// <param name="IsNegated">Whether it is the Not form: then none of the policy's values may fit, and a missing key is a match.</param>
/// <param name="TakesVariables">Whether its values may have policy variables.</param>
/// <param name="Fits">Whether one value of the policy fits one of the request; NotDecided where the policy's value is none for the operator.</param>
internal sealed record ConditionOperator(bool IsNegated, bool TakesVariables, Func<ExpandedText, string, MatchAnswer> Fits)
{
    public static MatchAnswer Answer(bool fits) => fits ? MatchAnswer.Yes : MatchAnswer.No;
}
