// Plans what is to be taken out of a key policy. Only what this module wrote is touched, and of a statement for several
// principals only what was asked: the others keep theirs.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Plans the removal of access from key policies, without AWS.</summary>
/// <param name="evaluator">Tells what a policy allows still.</param>
public sealed class KeyRevocationPlanner(IAccessEvaluator evaluator)
{
    /// <summary>Plans the removal of what some requests name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="current">Its policy.</param>
    /// <param name="requests">Whose access to which models ends; everybody's where a request has no principal.</param>
    /// <param name="options">What else may be done; Force takes out hand-written statements of the same shape too.</param>
    /// <exception cref="SharingException"><c>KeyPolicyHasStalePrincipal</c>.</exception>
    public KeyPolicyPlan Plan(
        KeyArn key, PolicyDocument current, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(requests);
        List<string> steps = [];
        List<ValueList<PolicyStatement>> removed = [];
        PolicyDocument result = current;
        foreach (KeyAccessRequest request in requests)
        {
            List<PolicyStatement> statements = [];
            result = Remove(result, request, options.Force, statements, steps);
            removed.Add([.. statements]);
        }

        if (result != current)
        {
            result = StalePrincipals.Remove(key, result, options.RemoveStalePrincipal, steps);
        }

        return new KeyPolicyPlan(
            key,
            current,
            result,
            [.. requests.Select((request, index) => Outcome(key, current, result, request, removed[index]))],
            [.. steps]);
    }

    private static PolicyDocument Remove(
        PolicyDocument policy, KeyAccessRequest request, bool force, List<PolicyStatement> removed, List<string> steps)
    {
        foreach ((PolicyStatement wanted, string pattern) in Wanted(request))
        {
            while (Find(policy, request, wanted, pattern).FirstOrDefault(s => s.IsOurs || force) is { } found)
            {
                removed.Add(found.Statement);
                policy = RemovePattern(policy, found, pattern, steps);
                ValueList<PrincipalEntry> others = [.. found.Statement.Principal.Where(entry => !IsMeant(request, entry))];
                if (others.Count > 0)
                {
                    policy = Keep(policy, wanted with { Principal = others }, request.Scope, pattern, steps);
                }
            }
        }

        return policy;
    }

    private static PolicyDocument RemovePattern(PolicyDocument policy, KeyStatement found, string pattern, List<string> steps)
    {
        if (found.Condition.Value.Distinct().Count() == 1)
        {
            steps.Add($"remove statement '{found.Statement.Sid}': {found.Statement.Action} for {found.Statement.Principal} when {found.Condition}");
            return policy.RemoveAt(found.Index);
        }

        steps.Add($"remove {pattern} from {found.Condition.Key} of statement '{found.Statement.Sid}'");
        return PolicyEditor.RemoveConditionValue(policy, found.Index, found.Condition, pattern);
    }

    // The principals that were not meant get a statement of their own, or stay in the one of ours that they have: a
    // hand-written one may go at any time, and theirs with it.
    private static PolicyDocument Keep(
        PolicyDocument policy, PolicyStatement wanted, KeyAccessScope scope, string pattern, List<string> steps)
    {
        PolicyCondition condition = wanted.Condition[0] with { Value = [pattern] };
        PolicyStatement kept = wanted with { Condition = [condition] };
        if (wanted.Principal.All(entry => KeyStatement.Find(policy).Any(s => s.IsOurs && s.IsLike(kept) && s.Gives(entry, pattern))))
        {
            return policy;
        }

        KeyStatement? ours = KeyStatement.Find(policy).FirstOrDefault(s => s.IsOurs && s.IsLike(kept) && s.IsForSamePrincipals(kept));
        if (ours is not null)
        {
            steps.Add($"add {pattern} to {ours.Condition.Key} of statement '{ours.Statement.Sid}'");
            return PolicyEditor.AddConditionValue(policy, ours.Index, ours.Condition, pattern);
        }

        kept = kept with { Sid = KeyStatement.FreeSid(policy, KmsStatementTemplate.Sid(kept.Action, scope, kept.Principal)) };
        steps.Add($"add statement '{kept.Sid}': allow {kept.Action} to {kept.Principal} when {condition}");
        return policy.Add(kept);
    }

    private KeyAccess Outcome(
        KeyArn key, PolicyDocument current, PolicyDocument result, KeyAccessRequest request, ValueList<PolicyStatement> removed) => new()
    {
        ModelArn = request.ModelArn,
        KeyArn = key,
        Principal = request.Principal,
        Scope = request.Scope,
        Statement = removed,
        Status = removed.Count > 0 ? KeyAccessStatus.Revoked : KeyAccessStatus.NotFound,
        PreviousPolicy = current,
        BytesLeft = KeyPolicyPlanner.MaxPolicyBytes - result.ByteCount,
        Warning = [.. Warnings(key, result, request)],
    };

    private IEnumerable<string> Warnings(KeyArn key, PolicyDocument result, KeyAccessRequest request)
    {
        List<PolicyStatement> left =
        [
            .. Wanted(request).SelectMany(part => Find(result, request, part.Statement, part.Pattern)).Select(s => s.Statement).Distinct(),
        ];
        foreach (PolicyStatement statement in left)
        {
            yield return $"The statement '{statement.Sid}', which this module did not write, gives the same. It was left alone; -Force takes it out.";
        }

        foreach (PolicyPrincipal principal in request.Principal.Where(_ => left.Count == 0))
        {
            if (KeyUse.Requests(principal, request.ModelArn, key).All(use => evaluator.Evaluate(use, result).IsAllowed))
            {
                yield return $"{principal} can use the key for {request.ModelArn} still: another statement of the key policy allows it.";
            }
        }
    }

    private static IEnumerable<KeyStatement> Find(PolicyDocument policy, KeyAccessRequest request, PolicyStatement wanted, string pattern) =>
        KeyStatement.Find(policy).Where(
            s => s.IsLike(wanted)
                && s.Condition.Value.Contains(pattern)
                && s.Statement.Principal.Any(entry => IsMeant(request, entry)));

    private static bool IsMeant(KeyAccessRequest request, PrincipalEntry entry) =>
        request.Principal.Count == 0
        || request.Principal.Any(p => PolicyComparer.Canonical(PrincipalEntry.Of(p)) == PolicyComparer.Canonical(entry));

    // Every form that this module writes, now or for somebody to paste.
    private static IEnumerable<(PolicyStatement Statement, string Pattern)> Wanted(KeyAccessRequest request)
    {
        PolicyPrincipal[] anybody = [PolicyPrincipal.Root(request.ModelArn.Partition, request.ModelArn.AccountId)];
        return Enum.GetValues<KmsStatementForm>()
            .SelectMany(form => KmsStatementTemplate.Create(anybody, [request.ModelArn], request.Scope, form))
            .SelectMany(statement => statement.Condition[0].Value.Select(pattern => (statement, pattern)));
    }
}
