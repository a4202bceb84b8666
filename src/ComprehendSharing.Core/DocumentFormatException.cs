namespace ComprehendSharing;

/// <summary>A document (policy, scenario, bundle) that cannot be read, with the place where it goes wrong.</summary>
public sealed class DocumentFormatException : SharingException
{
    internal DocumentFormatException(string errorId, string message, string recommendation, int line, int column)
        : base(errorId, ErrorKind.InvalidData, message, recommendation)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in that line, in characters (UTF-16 code units), from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong there, without the place: a document inside another has a different place in the outer one.</summary>
    internal string Problem { get; init; } = string.Empty;
}
