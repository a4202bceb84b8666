namespace ComprehendSharing;

/// <summary>An error that a user can act on: what item, why, and what to do about it.</summary>
public class SharingException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">The stable id, which scripts compare.</param>
    /// <param name="kind">The sort of error.</param>
    /// <param name="message">One sentence that names the item and the cause.</param>
    /// <param name="recommendation">One sentence that names the remedy.</param>
    /// <param name="target">The item that the error is about.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public SharingException(
        string errorId,
        ErrorKind kind,
        string message,
        string recommendation,
        object? target = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Kind = kind;
        Recommendation = recommendation;
        Target = target;
    }

    /// <summary>The stable id of the error, such as <c>PolicyWouldRemoveAccess</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of error.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Recommendation { get; }

    /// <summary>The item that the error is about, such as a model ARN; null when there is none.</summary>
    public object? Target { get; }
}
