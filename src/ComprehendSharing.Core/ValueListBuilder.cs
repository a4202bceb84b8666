using System.ComponentModel;

namespace ComprehendSharing;

/// <summary>Lets a collection expression make a <see cref="ValueList{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueListBuilder
{
    /// <summary>Copies the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, in order.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
