using System.Runtime.CompilerServices;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>A policy, ready to be compared with requests. It is made once for each document and kept as long as the document.</summary>
internal sealed class PolicyMatcher
{
    private static readonly ConditionalWeakTable<PolicyDocument, PolicyMatcher> s_known = [];

    private readonly StatementMatcher[] _statements;

    private PolicyMatcher(PolicyDocument document)
    {
        _statements = [.. document.Statement.Select(statement => new StatementMatcher(statement, document))];
    }

    public IReadOnlyList<StatementMatcher> Statements => _statements;

    public static PolicyMatcher Of(PolicyDocument document) => s_known.GetValue(document, static key => new PolicyMatcher(key));

    /// <summary>Adds what the statements do with a request to what other policies of the layer do.</summary>
    public void Match(PolicyLayer layer, RequestView request, ref LayerVerdict verdict)
    {
        foreach (StatementMatcher statement in _statements)
        {
            verdict.Add(statement.IsDeny, statement.Match(layer, request, notes: null, out GrantKind grant), grant);
        }
    }
}
