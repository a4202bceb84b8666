using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>What one statement did with a request; or what a layer without a policy amounts to.</summary>
public sealed record AccessExplanation
{
    /// <summary>The kind of policy.</summary>
    public required PolicyLayer Layer { get; init; }

    /// <summary>Where the statement is, such as <c>IdentityPolicy[0].Statement[2]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The statement's label; null when it has none.</summary>
    public string? Sid { get; init; }

    /// <summary>Allow or Deny; null where the layer has no policy.</summary>
    public PolicyEffect? Effect { get; init; }

    /// <summary>What comparing gave.</summary>
    public required StatementOutcome Outcome { get; init; }

    /// <summary>The element that did not fit or could not be decided, such as <c>Condition StringEquals aws:SourceArn</c>; null for a match.</summary>
    public string? Element { get; init; }

    /// <summary>What the element asks for.</summary>
    public string? Expected { get; init; }

    /// <summary>What the request has; or, where it could not be decided, why.</summary>
    public string? Actual { get; init; }

    /// <summary>All of it in one line.</summary>
    public override string ToString()
    {
        string label = $"{Path}{(Sid is null ? string.Empty : $" \"{Sid}\"")}{(Effect is null ? string.Empty : $" ({Effect})")}";
        return Outcome switch
        {
            StatementOutcome.Matches => $"{label} matches",
            StatementOutcome.NotDecided => $"{label} cannot be decided: {Actual}",
            _ => $"{label} does not match. {Element}: expected {Expected}, actual {Actual}",
        };
    }
}
