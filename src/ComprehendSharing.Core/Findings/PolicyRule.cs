using ComprehendSharing.Json;

namespace ComprehendSharing.Findings;

/// <summary>One thing that can be wrong with a policy. A rule keeps no state.</summary>
/// <param name="code">The code of its findings, in capitals.</param>
/// <param name="severity">The severity of its findings.</param>
internal abstract class PolicyRule(string code, FindingSeverity severity)
{
    public string Code => code;

    public FindingSeverity Severity => severity;

    /// <summary>What fires it and why that matters: the text of its section in docs/findings.md.</summary>
    public abstract string Description { get; }

    /// <summary>The address of the page that the rule comes from.</summary>
    public abstract string Source { get; }

    public abstract IEnumerable<Finding> Check(PolicyUnderTest policy);

    /// <summary>A finding about one element of a statement, or about the statement where it has no such element.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="element">The names that lead to the element, such as <c>Condition</c> and <c>StringEquals</c>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendation">What to do.</param>
    protected Finding Report(
        PolicyUnderTest policy, StatementUnderTest statement, IReadOnlyList<string> element, string message, string recommendation)
    {
        JsonPart part = statement.Find(element) ?? statement.Part;
        string path = string.Join('.', [statement.Path, .. element]);
        return Report(policy, part, part == statement.Part ? statement.Path : path, message, recommendation);
    }

    /// <summary>A finding about one value of the text.</summary>
    protected Finding Report(PolicyUnderTest policy, JsonPart part, string path, string message, string recommendation)
    {
        (int line, int column) = policy.Source.Locate(part.Start);
        return new Finding
        {
            Code = code,
            Severity = severity,
            Message = message,
            Path = path,
            Line = line,
            Column = column,
            Recommendation = recommendation,
        };
    }
}
