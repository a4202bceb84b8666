namespace ComprehendSharing.Policies;

/// <summary>A statement that one of two compared policies has and the other has not; or what they say of themselves.</summary>
public sealed record PolicyStatementDifference
{
    internal const string OnlyInReference = "<=";
    internal const string OnlyInDifference = "=>";

    /// <summary>Which policy has it: <c>&lt;=</c> for the reference, <c>=&gt;</c> for the other one.</summary>
    public required string SideIndicator { get; init; }

    /// <summary>The statement's label; null when it has none.</summary>
    public string? Sid => Statement?.Sid;

    /// <summary>The statement; null where it is about Version, Id or other members of the document.</summary>
    public PolicyStatement? Statement { get; init; }

    /// <summary>What differs from the statement of the same Sid on the other side; empty when there is no such statement.</summary>
    public ValueList<PolicyElementDifference> Element { get; init; } = [];
}
