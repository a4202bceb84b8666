namespace ComprehendSharing;

/// <summary>An error that a user can act on: what item, why, and what to do about it.</summary>
public class SharingException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">The stable id, which scripts compare.</param>
    /// <param name="kind">The sort of error.</param>
    /// <param name="cause">One sentence that names the item and the cause.</param>
    /// <param name="recommendation">One sentence that names the remedy.</param>
    /// <param name="target">The item that the error is about.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public SharingException(
        string errorId,
        ErrorKind kind,
        string cause,
        string recommendation,
        object? target = null,
        Exception? innerException = null)
        : base($"{cause} {recommendation}", innerException)
    {
        ErrorId = errorId;
        Kind = kind;
        Cause = cause;
        Recommendation = recommendation;
        Target = target;
    }

    /// <summary>The stable id of the error, such as <c>PolicyWouldRemoveAccess</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of error.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The item and the cause, without the remedy; <see cref="Exception.Message"/> has both.</summary>
    public string Cause { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Recommendation { get; }

    /// <summary>The item that the error is about, such as a model ARN; null when there is none.</summary>
    public object? Target { get; }
}
