using System.Collections;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Binding;

/// <summary>Puts together what comes piece by piece: lines become texts, and statements become policies.</summary>
internal sealed class PolicyCollector
{
    private readonly PolicyLines _lines = new();
    private readonly List<PolicyStatement> _statements = [];

    /// <summary>Takes a piece, or a list of pieces.</summary>
    /// <returns>The policies that are complete now.</returns>
    public IEnumerable<GivenPolicy> Add(object? value) =>
        GivenPolicy.IsList(value)
            ? ((IEnumerable)GivenPolicy.Unwrap(value)!).Cast<object?>().SelectMany(AddOne)
            : AddOne(value);

    /// <summary>What is left when there are no more pieces.</summary>
    public IEnumerable<GivenPolicy> End() => [.. EndLines(), .. EndStatements()];

    private IEnumerable<GivenPolicy> AddOne(object? value)
    {
        switch (GivenPolicy.Unwrap(value))
        {
            case string line:
                return [.. EndStatements(), .. Text(_lines.Add(line))];
            case PolicyStatement statement:
                List<GivenPolicy> before = [.. EndLines()];
                _statements.Add(statement);
                return before;
            case { } list when GivenPolicy.IsList(list):
                return [.. End(), .. GivenPolicy.From(list)];
            case { } one:
                return [.. End(), .. GivenPolicy.Of(one)];
            default:
                return End();
        }
    }

    private IEnumerable<GivenPolicy> EndLines() => Text(_lines.End());

    private IEnumerable<GivenPolicy> EndStatements()
    {
        if (_statements.Count == 0)
        {
            return [];
        }

        IEnumerable<GivenPolicy> policy = GivenPolicy.Of(PolicyDocument.Create(_statements));
        _statements.Clear();
        return policy;
    }

    private static IEnumerable<GivenPolicy> Text(string? text) => text is null ? [] : [new GivenPolicy(text)];
}
