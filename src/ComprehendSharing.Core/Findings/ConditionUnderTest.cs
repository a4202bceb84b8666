using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Json;

namespace ComprehendSharing.Findings;

/// <summary>One key of a Condition element that is checked.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="OperatorText">The operator as the policy names it.</param>
/// <param name="Key">The condition key as the policy names it.</param>
/// <param name="Values">The value or the list of them.</param>
internal sealed record ConditionUnderTest(StatementUnderTest Statement, string OperatorText, string Key, JsonPart Values)
{
    /// <summary>The operator; null when there is none of this name.</summary>
    public OperatorName? Operator => OperatorName.TryParse(OperatorText, out OperatorName? name) ? name : null;

    /// <summary>What is known of the key; null for keys of other services, and for misspelt ones.</summary>
    public ConditionKey? KnownKey => KnownConditionKeys.Find(Key);

    /// <summary>The names that lead to it in the statement.</summary>
    public IReadOnlyList<string> Element => ["Condition", OperatorText, Key];

    /// <summary>The values, each with its place.</summary>
    public IReadOnlyList<ValueUnderTest> Items => ValueUnderTest.Of(Values, $"{Statement.Path}.{string.Join('.', Element)}");

    /// <summary>The texts of the values.</summary>
    public IEnumerable<string> Texts => Values.OneOrMany.Select(value => value.Scalar!);

    /// <summary>The conditions of a statement, in the order of the text.</summary>
    public static IEnumerable<ConditionUnderTest> Of(StatementUnderTest statement) =>
        from block in statement.Find("Condition")?.Members ?? []
        from key in block.Value.Members
        select new ConditionUnderTest(statement, block.Name, key.Name, key.Value);

    /// <summary>The conditions of a policy, in the order of the text.</summary>
    public static IEnumerable<ConditionUnderTest> Of(PolicyUnderTest policy) => policy.Statements.SelectMany(Of);

    public bool IsKey(string name) => Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
