namespace ComprehendSharing.Policies;

/// <summary>One line of a Condition element: an operator, a key and the values that it is compared with.</summary>
/// <param name="Operator">The operator with its set prefix and <c>IfExists</c>, such as <c>StringEquals</c>.</param>
/// <param name="Key">The condition key, such as <c>aws:SourceArn</c>; its case has no meaning.</param>
/// <param name="Value">The values; booleans and numbers as their text.</param>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</see></remarks>
public sealed record PolicyCondition(string Operator, string Key, ValueList<string> Value)
{
    /// <summary>Makes a condition.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="key">The condition key.</param>
    /// <param name="values">The values.</param>
    public PolicyCondition(string @operator, string key, IEnumerable<string> values)
        : this(@operator, key, new ValueList<string>(values))
    {
    }

    /// <summary>The condition in one line.</summary>
    public override string ToString() => $"{Operator} {Key} = {Value}";
}
