using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>A data access role at work for a model or endpoint. What it lacks is told late, as the message of a status.</summary>
/// <param name="world">The sandbox.</param>
/// <param name="roleArn">The role.</param>
/// <param name="source">The model or endpoint for which Comprehend assumes it.</param>
internal sealed class DataAccessRole(SandboxWorld world, RoleArn roleArn, Arn source)
{
    /// <summary>What stands in the way of some work as the role; null when nothing does.</summary>
    public string? Refuse(Func<SandboxPrincipal, string?> work)
    {
        if (world.Authorization.FindRole(roleArn) is not { } role)
        {
            return $"DATA_ACCESS_ROLE_NOT_FOUND: The provided data access role {roleArn} does not exist or cannot be assumed.";
        }

        AccessDecision assume = SandboxAuthorization.DecideAssumeRole(role, source);
        return assume.IsAllowed
            ? work(role)
            : $"DATA_ACCESS_ROLE_NOT_ASSUMED: The provided data access role {roleArn} cannot be assumed. {assume.Reason}.";
    }

    /// <summary>What stands in the way of using a key; null when nothing does.</summary>
    public string? RefuseKey(
        SandboxPrincipal role, string keyId, ModelArn model, string whose, Func<KeyArn, IEnumerable<AccessRequest>> requests)
    {
        SandboxKey? key = world.FindKey(keyId, model.AccountId, model.Region);
        if (key is not { KeyState: "Enabled" })
        {
            return $"KMS_KEY_NOT_USABLE: The KMS key {key?.KeyArn.ToString() ?? keyId} of the {whose} is {key?.KeyState ?? "missing"}, and must be Enabled.";
        }

        PolicyDocument policy = PolicyDocument.Parse(key.Policy);
        AccessDecision? refusal = requests(key.KeyArn)
            .Select(request => world.Authorization.Decide(request, policy))
            .FirstOrDefault(decision => !decision.IsAllowed);
        return refusal is null
            ? null
            : $"KMS_KEY_ACCESS_DENIED: The data access role {role.Arn} cannot use the KMS key {key.KeyArn} for the {whose} {model}. {refusal.Reason}.";
    }
}
