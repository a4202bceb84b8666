namespace ComprehendSharing.Policies;

/// <summary>An element in which two statements of the same Sid, or two documents, differ.</summary>
/// <param name="Name">The element, such as <c>Action</c>; <c>UnknownMember</c> for members that IAM does not define.</param>
/// <param name="Reference">Its values in the reference; empty when it is not there.</param>
/// <param name="Difference">Its values in the other policy; empty when it is not there.</param>
public sealed record PolicyElementDifference(string Name, ValueList<string> Reference, ValueList<string> Difference)
{
    /// <summary>The element and both values in one line.</summary>
    public override string ToString() => $"{Name}: {Text(Reference)} => {Text(Difference)}";

    private static string Text(ValueList<string> values) => values.Count == 0 ? "(none)" : values.ToString();
}
