// What there is in a sandbox. Whoever touches it holds the lock of SandboxAws.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>The keys, models and endpoints of a sandbox.</summary>
internal sealed class SandboxWorld
{
    private readonly TimeProvider _clock;
    private readonly List<StoredModel> _models = [];
    private readonly List<StoredEndpoint> _endpoints = [];
    private readonly Dictionary<(string Operation, AccountId Account, string Region, string Token), object> _answers = [];
    private readonly Dictionary<KeyArn, SandboxKey> _keys;
    private readonly Dictionary<KeyArn, string> _previousKeyPolicies = [];
    private readonly Dictionary<string, HashSet<string>> _principals;

    public SandboxWorld(SandboxScenario scenario, TimeProvider clock)
    {
        _clock = clock;
        Authorization = new SandboxAuthorization(scenario, clock);
        _keys = scenario.Key.ToDictionary(key => key.KeyArn);
        _principals = scenario.Account.ToDictionary(
            account => account.AccountId.Value, account => account.Principal.Select(principal => principal.Arn.Value).ToHashSet());
        foreach (SandboxModel model in scenario.Model)
        {
            StoredModel stored = new(model.ToModel(), outcome: null);
            if (model.ResourcePolicy is not null)
            {
                stored.PutPolicy(model.ResourcePolicy, Now);
            }

            _models.Add(stored);
        }
    }

    public SandboxAuthorization Authorization { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public IReadOnlyList<StoredModel> Models => _models;

    public IEnumerable<SandboxKey> Keys => _keys.Values;

    public StoredModel? FindModel(ModelArn arn) => _models.Find(model => model.ModelArn == arn);

    public void AddModel(StoredModel model) => _models.Add(model);

    public StoredEndpoint? FindEndpoint(string arn) => _endpoints.Find(endpoint => endpoint.EndpointArn == arn);

    public void AddEndpoint(StoredEndpoint endpoint) => _endpoints.Add(endpoint);

    /// <summary>The request of a caller's account that went through with a client request token; null when none did.</summary>
    public T? FindAnswer<T>(SandboxRequest call, string token)
        where T : class => (T?)_answers.GetValueOrDefault((call.Operation, call.Caller.AccountId, call.Caller.Region, token));

    public void AddAnswer(SandboxRequest call, string token, object request) =>
        _answers.Add((call.Operation, call.Caller.AccountId, call.Caller.Region, token), request);

    /// <summary>A key by ARN, or by its id in an account and region.</summary>
    public SandboxKey? FindKey(string keyId, AccountId account, string region) => KeyArn.TryParse(keyId, out KeyArn? arn)
        ? _keys.GetValueOrDefault(arn)
        : Keys.FirstOrDefault(key => key.KeyArn.KeyId == keyId && key.KeyArn.AccountId == account && key.KeyArn.Region == region);

    public string PreviousKeyPolicy(SandboxKey key) => _previousKeyPolicies.GetValueOrDefault(key.KeyArn, key.Policy);

    public void ReplaceKeyPolicy(SandboxKey key, string policy)
    {
        _previousKeyPolicies[key.KeyArn] = key.Policy;
        _keys[key.KeyArn] = key with { Policy = policy };
    }

    /// <summary>Whether a user or role exists. Of an account that the scenario does not list, nobody knows; so it may.</summary>
    public bool MayExist(PolicyPrincipal principal)
    {
        if (principal.AccountId is null || !_principals.TryGetValue(principal.AccountId.Value, out HashSet<string>? known))
        {
            return true;
        }

        return principal.Kind switch
        {
            PrincipalKind.User or PrincipalKind.Role => known.Contains(principal.Value),
            PrincipalKind.AssumedRole => known.Contains(principal.Value) || known.Any(arn => PrincipalMatcher.IsSessionOf(PolicyPrincipal.Parse(arn), principal)),
            _ => true,
        };
    }
}
