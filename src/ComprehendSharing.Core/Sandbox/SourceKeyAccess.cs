// How an import ends: whether Comprehend, through the importer's role, can use the key of the source. Its assumptions are
// listed in SandboxImport.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>The part of an import that fails late.</summary>
internal sealed class SourceKeyAccess(SandboxWorld world, ComprehendModel source, RoleArn? role)
{
    private static readonly TimeSpan s_trainedAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_failsAfter = TimeSpan.FromSeconds(30);

    public ImportOutcome Outcome() => Refuse() is { } message
        ? new ImportOutcome(ModelStatus.InError, message, s_failsAfter)
        : new ImportOutcome(ModelStatus.Trained, Message: null, s_trainedAfter);

    private string? Refuse()
    {
        if (role is null)
        {
            return null;
        }

        if (!PolicyPrincipal.TryParse(role.ToString(), out PolicyPrincipal? principal) || !world.MayExist(principal))
        {
            return $"DATA_ACCESS_ROLE_NOT_FOUND: The provided data access role {role} does not exist or cannot be assumed.";
        }

        if (source.ModelKmsKeyId is not { } keyId)
        {
            return null;
        }

        SandboxKey? key = world.FindKey(keyId, source.ModelArn.AccountId, source.ModelArn.Region);
        if (key is not { KeyState: "Enabled" })
        {
            return $"KMS_KEY_NOT_USABLE: The KMS key {key?.KeyArn.ToString() ?? keyId} of the source model is {key?.KeyState ?? "missing"}, and must be Enabled.";
        }

        PolicyDocument policy = PolicyDocument.Parse(key.Policy);
        AccessDecision? refusal = KeyUse.Requests(principal, source.ModelArn, key.KeyArn)
            .Select(request => world.Evaluator.Evaluate(request, policy))
            .FirstOrDefault(decision => !decision.IsAllowed);
        return refusal is null
            ? null
            : $"KMS_KEY_ACCESS_DENIED: The policy of the KMS key {key.KeyArn} lacks the data access role {role} for the model version {source.ModelArn}. {refusal.Reason}.";
    }
}
