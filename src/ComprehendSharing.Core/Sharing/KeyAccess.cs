using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Who may use the KMS key of a model to import it.</summary>
public sealed record KeyAccess
{
    /// <summary>The model version.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>The key; null for an AWS owned key.</summary>
    public KeyArn? KeyArn { get; init; }

    /// <summary>Who may use it.</summary>
    public required ValueList<PolicyPrincipal> Principal { get; init; }

    /// <summary>
    /// Who may import, as the pipeline told; not the same as <see cref="Principal"/> where the key is opened to others on
    /// their behalf.
    /// </summary>
    public ValueList<PolicyPrincipal> AuthorizedPrincipal { get; init; } = [];

    /// <summary>How far the conditions reach.</summary>
    public KeyAccessScope Scope { get; init; }

    /// <summary>The statements of the key policy that give it.</summary>
    public ValueList<PolicyStatement> Statement { get; init; } = [];

    /// <summary>What became of it.</summary>
    public required KeyAccessStatus Status { get; init; }

    /// <summary>The key policy as it was before; null when it was not read.</summary>
    public PolicyDocument? PreviousPolicy { get; init; }

    /// <summary>How many bytes the key policy can still grow; null when it was not read.</summary>
    public int? BytesLeft { get; init; }

    /// <summary>What the owner or the importer should know.</summary>
    public ValueList<string> Warning { get; init; } = [];
}
