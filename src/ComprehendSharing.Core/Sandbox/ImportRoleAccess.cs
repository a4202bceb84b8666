// How an import ends: whether Comprehend may assume the importer's role, and whether the role can use the keys of the source
// and of the copy. Its assumptions are listed in SandboxImport.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>The part of an import that fails late.</summary>
internal sealed class ImportRoleAccess(SandboxWorld world, ComprehendModel source, ComprehendModel copy)
{
    private static readonly TimeSpan s_trainedAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_failsAfter = TimeSpan.FromSeconds(30);

    public ImportOutcome Outcome() => Refuse() is { } message
        ? new ImportOutcome(ModelStatus.InError, message, s_failsAfter)
        : new ImportOutcome(ModelStatus.Trained, Message: null, s_trainedAfter);

    private string? Refuse()
    {
        if (copy.DataAccessRoleArn is not { } roleArn)
        {
            return null;
        }

        if (world.Authorization.FindRole(roleArn) is not { } role)
        {
            return $"DATA_ACCESS_ROLE_NOT_FOUND: The provided data access role {roleArn} does not exist or cannot be assumed.";
        }

        AccessDecision assume = SandboxAuthorization.DecideAssumeRole(role, copy.ModelArn);
        if (!assume.IsAllowed)
        {
            return $"DATA_ACCESS_ROLE_NOT_ASSUMED: The provided data access role {roleArn} cannot be assumed. {assume.Reason}.";
        }

        return RefuseKey(role, source, "source model") ?? RefuseKey(role, copy, "new model");
    }

    private string? RefuseKey(SandboxPrincipal role, ComprehendModel model, string whose)
    {
        if (model.ModelKmsKeyId is not { } keyId)
        {
            return null;
        }

        SandboxKey? key = world.FindKey(keyId, model.ModelArn.AccountId, model.ModelArn.Region);
        if (key is not { KeyState: "Enabled" })
        {
            return $"KMS_KEY_NOT_USABLE: The KMS key {key?.KeyArn.ToString() ?? keyId} of the {whose} is {key?.KeyState ?? "missing"}, and must be Enabled.";
        }

        PolicyDocument policy = PolicyDocument.Parse(key.Policy);
        AccessDecision? refusal = KeyUse.Requests(role.Arn, model.ModelArn, key.KeyArn)
            .Select(request => world.Authorization.Decide(request, policy))
            .FirstOrDefault(decision => !decision.IsAllowed);
        return refusal is null
            ? null
            : $"KMS_KEY_ACCESS_DENIED: The data access role {role.Arn} cannot use the KMS key {key.KeyArn} for the {whose} {model.ModelArn}. {refusal.Reason}.";
    }
}
