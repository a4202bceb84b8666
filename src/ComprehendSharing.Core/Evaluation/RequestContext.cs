// The condition keys of a request. Their names have no case, and a key may have several values or none.
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Evaluation;

/// <summary>The condition keys of a request and their values.</summary>
/// <remarks>
/// Immutable. A key that is missing and a key without values are two things: only the second is there and empty.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>
/// </remarks>
public sealed class RequestContext : IEquatable<RequestContext>
{
    private readonly Dictionary<string, ValueList<string>> _values;

    /// <summary>Makes a context.</summary>
    /// <param name="values">The keys, such as <c>aws:SourceArn</c>, and their values.</param>
    /// <exception cref="ArgumentException">A key stands there twice, perhaps in another case.</exception>
    public RequestContext(IEnumerable<KeyValuePair<string, ValueList<string>>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = new Dictionary<string, ValueList<string>>(values, StringComparer.OrdinalIgnoreCase);
    }

    private RequestContext(Dictionary<string, ValueList<string>> values)
    {
        _values = values;
    }

    /// <summary>A context without keys.</summary>
    public static RequestContext Empty { get; } = new([]);

    /// <summary>The keys and their values.</summary>
    public IReadOnlyDictionary<string, ValueList<string>> Values => _values;

    /// <summary>The context with one key more, or with other values for it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">Its values.</param>
    public RequestContext With(string key, params IEnumerable<string> values) =>
        new(new Dictionary<string, ValueList<string>>(_values, StringComparer.OrdinalIgnoreCase) { [key] = new(values) });

    /// <summary>Finds the values of a key.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <param name="values">Its values, or null.</param>
    /// <returns>Whether the request has the key.</returns>
    public bool TryGetValue(string key, [NotNullWhen(true)] out ValueList<string>? values) => _values.TryGetValue(key, out values);

    /// <inheritdoc/>
    public bool Equals(RequestContext? other) =>
        other is not null
        && _values.Count == other._values.Count
        && _values.All(pair => other.TryGetValue(pair.Key, out ValueList<string>? values) && values.Equals(pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestContext);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _values.Aggregate(_values.Count, (hash, pair) => hash ^ HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(pair.Key), pair.Value));

    /// <summary>The keys and their values, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", _values.Select(pair => $"{pair.Key} = {pair.Value}"));
}
