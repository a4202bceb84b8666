using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>The operator that asks whether a key is missing: <c>true</c> means that it must be.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null">Null</see></remarks>
internal static class NullOperator
{
    // It has no form with IfExists: AWS defines none.
    public const string Name = "Null";

    public static bool Holds(PolicyCondition condition, string? actual) =>
        condition.Value.Any(text => bool.TryParse(text, out bool mustBeMissing) && mustBeMissing == actual is null);
}
