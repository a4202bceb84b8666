namespace ComprehendSharing.Evaluation;

/// <summary>An operator that compares the value of a condition key with each value of the policy.</summary>
/// <param name="IsNegated">Whether the condition holds when no value of the policy fits, and when the key is missing.</param>
/// <param name="Fits">Whether the policy's value (first) fits the request's value (second).</param>
internal sealed record ConditionOperator(bool IsNegated, Func<string, string, bool> Fits);
