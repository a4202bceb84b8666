// A policy as the rules see it: what it says, what it is attached to, and where each element stands in its text.
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>A policy that is checked.</summary>
internal sealed class PolicyUnderTest
{
    public PolicyUnderTest(PolicyDocument document, PolicyKind kind, Arn? resource)
    {
        Document = document;
        Kind = kind;
        Resource = resource;
        IReadOnlyList<JsonPart> parts = document.Source.Root["Statement"]!.OneOrMany;
        Statements = [.. document.Statement.Select((statement, index) => new StatementUnderTest(index, statement, parts[index]))];
    }

    public PolicyDocument Document { get; }

    public PolicyKind Kind { get; }

    /// <summary>What the policy is attached to; null when nobody said.</summary>
    public Arn? Resource { get; }

    /// <summary>The account that owns the policy; null when it is not known.</summary>
    public AccountId? Owner => Resource is not null && AccountId.TryParse(Resource.Account, out AccountId? owner) ? owner : null;

    public IReadOnlyList<StatementUnderTest> Statements { get; }

    public JsonSource Source => Document.Source;

    /// <summary>Whether the policy names principals: all but identity and service control policies do.</summary>
    public bool IsResourcePolicy => Kind is PolicyKind.ModelPolicy or PolicyKind.KeyPolicy or PolicyKind.TrustPolicy;
}
