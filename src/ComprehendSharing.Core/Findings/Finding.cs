namespace ComprehendSharing.Findings;

/// <summary>Something that is wrong, dangerous or useless in a policy, and where.</summary>
public sealed record Finding
{
    /// <summary>The code, in capitals; that of IAM Access Analyzer where it has the check.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What is wrong, with the values that are.</summary>
    public required string Message { get; init; }

    /// <summary>The element that it is about, such as <c>Statement[0].Principal</c>; empty for the document as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>The line of that element, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column of that element, in characters, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The file that the policy was read from; null when it came from none.</summary>
    public string? Document { get; init; }

    /// <summary>What to do.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The finding's section in the documentation of this module.</summary>
    public string HelpUri => $"docs/findings.md#{Code.ToLowerInvariant()}";
}
