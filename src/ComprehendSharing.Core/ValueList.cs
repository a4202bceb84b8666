// A read-only list that compares by its items, so that the records that hold one compare by value.
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace ComprehendSharing;

/// <summary>A read-only list that equals another when their items are equal and in the same order.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>It is an <see cref="System.Collections.IList"/>, so PowerShell indexes, enumerates and converts it like an array.</remarks>
[CollectionBuilder(typeof(ValueListBuilder), nameof(ValueListBuilder.Create))]
public sealed class ValueList<T> : ReadOnlyCollection<T>, IEquatable<ValueList<T>>
{
    /// <summary>Copies the items.</summary>
    /// <param name="items">The items, in order.</param>
    public ValueList(IEnumerable<T> items) : base([.. items])
    {
    }

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in this)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
