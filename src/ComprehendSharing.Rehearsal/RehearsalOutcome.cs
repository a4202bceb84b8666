using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Rehearsal;

/// <summary>What a rehearsal did and what came of it.</summary>
internal sealed class RehearsalOutcome
{
    public required ModelArn ModelArn { get; init; }

    public List<RehearsalStep> Steps { get; } = [];

    public string? ModelPolicyBefore { get; set; }

    public string? ModelPolicyAfter { get; set; }

    public string? KeyPolicyBefore { get; set; }

    public string? KeyPolicyAfter { get; set; }

    public ShareBundle? Bundle { get; set; }

    public ComprehendModel? Model { get; set; }

    public bool Succeeded => Model is not null && ModelStatus.IsReady(Model.Status) && Steps.All(step => step.Error is null);
}
