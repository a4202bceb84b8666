// Three answers, not two: what is not implemented must reach the decision by name, and must never count as a match.
namespace ComprehendSharing.Evaluation;

/// <summary>What comparing one element of a statement with a request gave, and why it is not a match.</summary>
internal readonly record struct ElementMatch(MatchAnswer Answer, string Why)
{
    public static ElementMatch Yes { get; } = new(MatchAnswer.Yes, string.Empty);

    public static ElementMatch No(string why) => new(MatchAnswer.No, why);

    public static ElementMatch NotImplemented(string what) => new(MatchAnswer.NotImplemented, $"{what} is not implemented");

    /// <summary>Compares an element that has two forms, such as Action and NotAction.</summary>
    /// <param name="name">The element's name, such as <c>Action</c>.</param>
    /// <param name="included">The values of the plain form.</param>
    /// <param name="excluded">The values of the Not form.</param>
    /// <param name="actual">What the request has.</param>
    /// <param name="test">Whether one value fits the request.</param>
    public static ElementMatch OfPair<T>(
        string name, ValueList<T> included, ValueList<T> excluded, object actual, Func<T, MatchAnswer> test)
    {
        if (included.Count > 0 && excluded.Count > 0)
        {
            return NotImplemented($"{name} together with Not{name}");
        }

        if (included.Count == 0 && excluded.Count == 0)
        {
            return No($"{name}: the statement has none");
        }

        bool isPlain = included.Count > 0;
        ValueList<T> values = isPlain ? included : excluded;
        MatchAnswer any = Any(values, test, out T? unclear);
        return any switch
        {
            MatchAnswer.NotImplemented => NotImplemented($"'{unclear}' in {(isPlain ? name : "Not" + name)}"),
            MatchAnswer.Yes when !isPlain => No($"Not{name}: expected none of {values}, actual {actual}"),
            MatchAnswer.No when isPlain => No($"{name}: expected {values}, actual {actual}"),
            _ => Yes,
        };
    }

    /// <summary>Yes when one value fits; else "not implemented" when one of them is unclear.</summary>
    public static MatchAnswer Any<T>(IEnumerable<T> values, Func<T, MatchAnswer> test, out T? unclear)
    {
        unclear = default;
        MatchAnswer result = MatchAnswer.No;
        foreach (T value in values)
        {
            MatchAnswer answer = test(value);
            if (answer == MatchAnswer.Yes)
            {
                return MatchAnswer.Yes;
            }

            if (answer == MatchAnswer.NotImplemented && result == MatchAnswer.No)
            {
                result = answer;
                unclear = value;
            }
        }

        return result;
    }
}
