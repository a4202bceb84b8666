using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>What the data access role does with one key.</summary>
/// <param name="Sid">The Sid of the statement that allows it.</param>
/// <param name="Key">The key.</param>
/// <param name="Action">The actions.</param>
/// <param name="Condition">The conditions under which the role's own policy allows them.</param>
internal sealed record RoleKeyUse(string Sid, KeyArn Key, ValueList<string> Action, ValueList<PolicyCondition> Condition)
{
    private const string RetireGrantAction = "kms:RetireGrant";

    /// <summary>The same in the key policy, where another account's role must have no more than it needs.</summary>
    /// <remarks>kms:RetireGrant has no encryption context, and ends a grant only.</remarks>
    public IEnumerable<PolicyStatement> OwnerStatements(ModelArn model)
    {
        if (!Action.Contains(RetireGrantAction))
        {
            return [Statement(Sid, Action, Condition.Count > 0 ? Condition : [new PolicyCondition("Bool", "kms:GrantIsForAWSResource", ["true"])])];
        }

        PolicyCondition ofModel = new(
            model.HasVersion ? "StringEquals" : "StringLike", KmsStatementTemplate.EncryptionContextKey, [.. TrainingTemplates.Versions(model)]);
        return
        [
            Statement(Sid, [.. Action.Where(action => action != RetireGrantAction)], [ofModel]),
            Statement($"{Sid}Grants", [RetireGrantAction], []),
        ];
    }

    private static PolicyStatement Statement(string sid, ValueList<string> actions, ValueList<PolicyCondition> condition) => new()
    {
        Sid = $"Comprehend{sid}",
        Effect = PolicyEffect.Allow,
        Action = actions,
        Condition = condition,
    };
}
