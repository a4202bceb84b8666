using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>What a rehearsal of a scenario shares, with whom and by whose hands.</summary>
public sealed record SandboxRehearsal
{
    /// <summary>The profile of the model's owner.</summary>
    public required string OwnerProfile { get; init; }

    /// <summary>The profile of the importer.</summary>
    public required string ImporterProfile { get; init; }

    /// <summary>The model version to share.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>Whom the model policy is to authorise.</summary>
    public required ValueList<PolicyPrincipal> Principal { get; init; }

    /// <summary>Whom the key policy is to authorise; empty when they are the same.</summary>
    public ValueList<PolicyPrincipal> KeyPrincipal { get; init; } = [];

    /// <summary>The importer's role; null to import without one.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>The region of the import; null for the scenario's.</summary>
    public string? ImportRegion { get; init; }
}
