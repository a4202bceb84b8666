using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Tells who may use the keys of models, as far as statements of this module's shape say so.</summary>
/// <param name="gateway">AWS, as the owner of the keys.</param>
public sealed class KeyAccessReader(IAwsGateway gateway)
{
    private readonly KeyFinder _keys = new(gateway);
    private readonly Dictionary<KeyArn, PolicyDocument> _policies = [];

    /// <summary>The accesses to the key of a model version, one for each set of principals and scope.</summary>
    /// <param name="modelArn">The version.</param>
    /// <param name="expected">The key that the caller means; the model's own when null.</param>
    /// <returns>One with the status NotNeeded for an AWS owned key, one with NotFound when nobody has access so.</returns>
    /// <exception cref="SharingException"><c>KeyMismatch</c>, <c>KeyRegionMismatch</c>.</exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model or the key, or to tell its policy.</exception>
    public ValueList<KeyAccess> Read(ModelArn modelArn, KeyReference? expected = null)
    {
        KeyDescription? key = _keys.Find(gateway.DescribeModel(modelArn), expected);
        if (key is null)
        {
            return [new KeyAccess { ModelArn = modelArn, Principal = [], Status = KeyAccessStatus.NotNeeded }];
        }

        PolicyDocument policy = Policy(key.KeyArn);
        ValueList<KeyAccess> found = [.. Enum.GetValues<KeyAccessScope>().SelectMany(scope => Find(modelArn, key.KeyArn, policy, scope))];
        return found.Count > 0 ? found : [Access(modelArn, key.KeyArn, policy, KeyAccessScope.ModelVersion, []) with { Status = KeyAccessStatus.NotFound }];
    }

    private PolicyDocument Policy(KeyArn key)
    {
        if (!_policies.TryGetValue(key, out PolicyDocument? policy))
        {
            policy = PolicyDocument.Parse(gateway.GetKeyPolicy(key));
            _policies.Add(key, policy);
        }

        return policy;
    }

    private static IEnumerable<KeyAccess> Find(ModelArn model, KeyArn key, PolicyDocument policy, KeyAccessScope scope)
    {
        PolicyPrincipal[] anybody = [PolicyPrincipal.Root(model.Partition, model.AccountId)];
        ValueList<PolicyStatement> wanted =
        [
            .. Enum.GetValues<KmsStatementForm>().SelectMany(form => KmsStatementTemplate.Create(anybody, [model], scope, form)),
        ];
        return KeyStatement.Find(policy)
            .Where(s => wanted.Any(w => s.IsLike(w) && w.Condition[0].Value.All(s.Condition.Value.Contains)))
            .GroupBy(s => string.Join('\n', s.Statement.Principal.Select(PolicyComparer.Canonical).Order(StringComparer.Ordinal)))
            .Select(group => Access(model, key, policy, scope, [.. group.Select(s => s.Statement)]));
    }

    private static KeyAccess Access(
        ModelArn model, KeyArn key, PolicyDocument policy, KeyAccessScope scope, ValueList<PolicyStatement> statements)
    {
        bool isHalf = statements.Count > 0
            && KmsStatementTemplate.UseActions.Append(KmsStatementTemplate.CreateGrantAction).Any(
                action => !statements.Any(s => s.Action.Contains(action, StringComparer.OrdinalIgnoreCase)));
        return new KeyAccess
        {
            ModelArn = model,
            KeyArn = key,
            Principal = statements.Count == 0 ? [] : [.. statements[0].Principal.Select(entry => entry.Principal).OfType<PolicyPrincipal>()],
            Scope = scope,
            Statement = statements,
            Status = KeyAccessStatus.Granted,
            PreviousPolicy = policy,
            BytesLeft = KeyPolicyPlanner.MaxPolicyBytes - policy.ByteCount,
            Warning = isHalf ? ["Decrypt, GenerateDataKey and CreateGrant are not all there, so an import will fail. Grant-ComprehendKmsAccess completes them."] : [],
        };
    }
}
