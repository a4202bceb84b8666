// Plans the smallest edit of a key policy. It only ever adds what was asked for: sets of principals never mix, and a statement
// that somebody else wrote is never extended.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Plans edits of key policies, without AWS.</summary>
/// <param name="evaluator">Tells what a policy allows already.</param>
public sealed class KeyPolicyPlanner(IAccessEvaluator evaluator)
{
    /// <summary>The longest key policy, in bytes of UTF-8.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html">Key policy overview</see></remarks>
    public const int MaxPolicyBytes = 32768;

    /// <summary>Plans the statements that fulfil some requests.</summary>
    /// <param name="key">The key.</param>
    /// <param name="current">Its policy.</param>
    /// <param name="requests">Who shall use it for which models.</param>
    /// <param name="options">What else may be done.</param>
    /// <exception cref="SharingException">
    /// <c>KeyPolicyHasStalePrincipal</c>, <c>KeyPolicyTooLarge</c>, <c>KeyPolicyWouldLockOut</c>, and what
    /// <see cref="KmsStatementTemplate.Create"/> refuses.
    /// </exception>
    public KeyPolicyPlan PlanGrant(
        KeyArn key, PolicyDocument current, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(options);
        List<string> steps = [];
        bool[] isBroader = [.. requests.Select(request => !IsGiven(current, request) && IsAllowed(key, current, request))];
        bool[] isNew = [.. requests.Select((request, index) => !isBroader[index] && !IsGiven(current, request))];
        PolicyDocument result = current;
        foreach (IGrouping<string, KeyAccessRequest> group in requests.Where((_, index) => isNew[index]).GroupBy(SetOf))
        {
            result = AddGroup(result, [.. group], steps);
        }

        if (result != current)
        {
            result = StalePrincipals.Remove(key, result, options.RemoveStalePrincipal, steps);
            CheckResult(key, current, result, options);
        }

        return new KeyPolicyPlan(
            key,
            current,
            result,
            [.. requests.Select((request, index) => Outcome(key, current, result, request, isNew[index], isBroader[index]))],
            [.. steps]);
    }

    private static PolicyDocument AddGroup(PolicyDocument policy, IReadOnlyList<KeyAccessRequest> group, List<string> steps)
    {
        KeyAccessRequest first = group[0];
        foreach (PolicyStatement wanted in Template(first, [.. group.Select(request => request.ModelArn)]))
        {
            List<string> missing = [.. wanted.Condition[0].Value.Where(pattern => !IsGiven(policy, wanted, pattern))];
            KeyStatement? ours = KeyStatement.Find(policy)
                .FirstOrDefault(statement => statement.IsOurs && statement.IsLike(wanted) && statement.IsForSamePrincipals(wanted));
            if (missing.Count > 0 && ours is null)
            {
                PolicyCondition condition = wanted.Condition[0] with { Value = [.. missing] };
                PolicyStatement statement = wanted with { Sid = KeyStatement.FreeSid(policy, wanted.Sid!), Condition = [condition] };
                policy = policy.Add(statement);
                steps.Add($"add statement '{statement.Sid}': allow {statement.Action} to {statement.Principal} when {condition}");
                continue;
            }

            foreach (string pattern in missing)
            {
                policy = PolicyEditor.AddConditionValue(policy, ours!.Index, ours.Condition, pattern);
                steps.Add($"add {pattern} to {ours.Condition.Key} of statement '{ours.Statement.Sid}'");
            }
        }

        return policy;
    }

    private KeyAccess Outcome(
        KeyArn key, PolicyDocument current, PolicyDocument result, KeyAccessRequest request, bool isNew, bool isBroader) => new()
    {
        ModelArn = request.ModelArn,
        KeyArn = key,
        Principal = request.Principal,
        Scope = request.Scope,
        Statement = [.. GivingStatements(result, request)],
        Status = isNew ? KeyAccessStatus.Granted : KeyAccessStatus.AlreadyGranted,
        PreviousPolicy = current,
        BytesLeft = MaxPolicyBytes - result.ByteCount,
        Warning = [.. Warnings(key, result, request, isBroader)],
    };

    private IEnumerable<string> Warnings(KeyArn key, PolicyDocument result, KeyAccessRequest request, bool isBroader)
    {
        if (!request.Principal.Any(p => p.Kind is PrincipalKind.Account or PrincipalKind.Role))
        {
            yield return "The key is open to no account and no role. Comprehend uses it as the importer's service role, so the import will fail unless that role is named (-KeyPrincipal).";
        }

        if (isBroader)
        {
            yield return $"A broader statement of the key policy allows {request.ModelArn} already, so nothing was added. It stays open when this access is revoked.";
        }

        if (request.Scope == KeyAccessScope.Service)
        {
            yield return "The scope Service lets the principals decrypt every model under this key.";
        }

        foreach (PolicyPrincipal principal in request.Principal)
        {
            AccessDecision? denied = KeyUse.Requests(principal, request.ModelArn, key)
                .Select(use => evaluator.Evaluate(use, result))
                .FirstOrDefault(decision => decision.Decision == AccessOutcome.ExplicitlyDenied);
            if (denied is not null)
            {
                yield return $"Another statement of the key policy stands in the way of {principal}: {denied.Reason}";
            }
        }

        foreach (PolicyStatement statement in result.Statement.Where(IsPublic))
        {
            yield return $"The statement '{statement.Sid}' of the key policy opens the key to everyone. It was there before.";
        }
    }

    private void CheckResult(KeyArn key, PolicyDocument current, PolicyDocument result, KeyPolicyOptions options)
    {
        AccessRequest manage = KeyUse.PutKeyPolicy(key);
        if (evaluator.Evaluate(manage, current).IsAllowed && !evaluator.Evaluate(manage, result).IsAllowed)
        {
            throw Errors.KeyPolicyWouldLockOut(key);
        }

        if (result.ByteCount > MaxPolicyBytes && !options.Force)
        {
            throw Errors.KeyPolicyTooLarge(key, result.ByteCount, MaxPolicyBytes);
        }
    }

    // Whether statements of our shape, whoever wrote them, give every principal every part of a request.
    private static bool IsGiven(PolicyDocument policy, KeyAccessRequest request) =>
        Template(request, [request.ModelArn]).All(wanted => wanted.Condition[0].Value.All(pattern => IsGiven(policy, wanted, pattern)));

    private static bool IsGiven(PolicyDocument policy, PolicyStatement wanted, string pattern) =>
        wanted.Principal.All(principal => KeyStatement.Find(policy).Any(s => s.IsLike(wanted) && s.Gives(principal, pattern)));

    // Only a version can be asked about: what a pattern stands for is not one request.
    private bool IsAllowed(KeyArn key, PolicyDocument policy, KeyAccessRequest request) =>
        request.Scope == KeyAccessScope.ModelVersion
        && request.Principal.All(
            principal => KeyUse.Requests(principal, request.ModelArn, key).All(use => evaluator.Evaluate(use, policy).IsAllowed));

    private static IEnumerable<PolicyStatement> GivingStatements(PolicyDocument policy, KeyAccessRequest request)
    {
        ValueList<PolicyStatement> wanted = Template(request, [request.ModelArn]);
        return KeyStatement.Find(policy)
            .Where(s => wanted.Any(
                w => s.IsLike(w) && w.Principal.Any(principal => w.Condition[0].Value.Any(pattern => s.Gives(principal, pattern)))))
            .Select(s => s.Statement);
    }

    private static ValueList<PolicyStatement> Template(KeyAccessRequest request, IReadOnlyCollection<ModelArn> models) =>
        KmsStatementTemplate.Create(request.Principal, models, request.Scope);

    private static string SetOf(KeyAccessRequest request) => string.Join(
        '\n',
        request.Principal.Select(p => PolicyComparer.Canonical(PrincipalEntry.Of(p))).Distinct().Order(StringComparer.Ordinal).Prepend($"{request.Scope}"));

    private static bool IsPublic(PolicyStatement statement) =>
        statement is { Effect: PolicyEffect.Allow, Condition.Count: 0 }
        && (statement.NotPrincipal.Count > 0 || statement.Principal.Any(entry => entry.IsEveryone));
}
