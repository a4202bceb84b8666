using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>A wish to let principals use the key of a model version.</summary>
/// <param name="ModelArn">The version.</param>
/// <param name="Principal">Who shall use the key.</param>
/// <param name="Scope">How far the conditions reach.</param>
public sealed record KeyAccessRequest(
    ModelArn ModelArn, ValueList<PolicyPrincipal> Principal, KeyAccessScope Scope = KeyAccessScope.ModelVersion);
