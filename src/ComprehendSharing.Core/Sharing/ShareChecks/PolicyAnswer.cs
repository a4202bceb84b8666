// What policies say of a request, as far as it is known from here. A condition on a key that follows neither from the caller
// nor from what Comprehend is known to send leaves the question open: whether it holds, only the other account can see.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>A decision, what stands in its way, and what would have to be known to be sure.</summary>
/// <param name="Decision">The decision on what is known.</param>
/// <param name="OpenQuestion">What an unfavourable decision depends on, as the end of a sentence; null when it is certain.</param>
internal sealed record PolicyAnswer(AccessDecision Decision, string? OpenQuestion)
{
    private const string Condition = "Condition ";

    private static readonly ResourcePolicyEvaluator s_resourcePolicy = new();

    // What Comprehend sends is known for these; where the request lacks them, it is without them. All else is about who calls.
    private static readonly string[] s_sent =
        ["aws:SourceArn", "aws:SourceAccount", "kms:ViaService", "kms:EncryptionContext:", "comprehend:", "iam:PassedToService"];

    public bool IsAllowed => Decision.IsAllowed;

    /// <summary>What the policy of a resource says, apart from the caller's own policies.</summary>
    public static PolicyAnswer ByResource(AccessRequest request, PolicyDocument? policy) =>
        Of(s_resourcePolicy.Evaluate(request, policy), request, policy, best => s_resourcePolicy.Evaluate(request, best));

    /// <summary>What a trust policy says.</summary>
    public static PolicyAnswer ByTrust(AccessRequest request, PolicyDocument policy)
    {
        AccessDecision Evaluate(PolicyDocument? trust) => AccessEvaluator.Evaluate(request, new PolicySet { ResourcePolicy = trust });
        return Of(Evaluate(policy), request, policy, Evaluate);
    }

    /// <summary>
    /// Whether the caller's own policy is in the way. Where the policy of the resource does not let the caller in, that is
    /// another matter: then it is asked as if the resource were open to the account.
    /// </summary>
    public static PolicyAnswer ByIdentity(AccessRequest request, PolicyDocument identity, PolicyDocument? resource)
    {
        AccessDecision Evaluate(PolicyDocument? own, PolicyDocument? other) => AccessEvaluator.Evaluate(
            request, new PolicySet { IdentityPolicy = own is null ? [] : [own], ResourcePolicy = other });
        AccessDecision both = Evaluate(identity, resource);
        if (both.IsAllowed)
        {
            return new PolicyAnswer(both, OpenQuestion: null);
        }

        PolicyDocument open = PolicyDocument.Create(new PolicyStatement
        {
            Effect = PolicyEffect.Allow,
            Principal = [new PrincipalEntry("AWS", request.Principal.AccountId!.Value)],
            Action = ["*"],
            Resource = ["*"],
        });
        return Of(Evaluate(identity, open), request, identity, best => Evaluate(best, open));
    }

    /// <summary>A statement by its label or, for want of one, by its place.</summary>
    public static string Label(string? sid, int index) => string.IsNullOrEmpty(sid) ? $"Statement[{index}]" : $"statement '{sid}'";

    /// <summary>What stands in the way of the request, as the end of a sentence.</summary>
    /// <param name="who">The caller, as the user named it.</param>
    public string Obstacle(object who)
    {
        AccessExplanation? deny = Decision.Explanation.FirstOrDefault(
            line => line is { Effect: PolicyEffect.Deny, Outcome: not StatementOutcome.DoesNotMatch });
        if (Decision.Decision == AccessOutcome.ExplicitlyDenied && deny is not null)
        {
            return $"its {Label(deny)} denies it";
        }

        // Statements are compared element by element, so the last element that did not fit shows the nearest statement.
        AccessExplanation? nearest = Decision.Explanation
            .Where(line => line is { Effect: PolicyEffect.Allow, Outcome: StatementOutcome.DoesNotMatch })
            .MaxBy(Distance);
        return nearest is null ? "it allows nothing" : Distance(nearest) switch
        {
            3 => $"its {Label(nearest)} allows it only where {nearest.Element!.Split(' ')[^1]} is {nearest.Expected}{Missing(nearest)}",
            2 => $"its {Label(nearest)} is about {nearest.Expected}",
            1 => $"it does not allow {Decision.Request.Action} to {who}",
            _ => $"it does not name {who}",
        };
    }

    private static PolicyAnswer Of(
        AccessDecision decision, AccessRequest request, PolicyDocument? policy, Func<PolicyDocument?, AccessDecision> evaluate)
    {
        if (decision.IsAllowed || policy is null)
        {
            return new PolicyAnswer(decision, OpenQuestion: null);
        }

        AccessExplanation? unclear = decision.Explanation.FirstOrDefault(line => line.Outcome == StatementOutcome.NotDecided);
        if (unclear is not null && !decision.Explanation.Any(line => line is { Effect: PolicyEffect.Deny, Outcome: StatementOutcome.Matches }))
        {
            return new PolicyAnswer(decision, $"cannot be decided, because {unclear.Actual}");
        }

        // The best case: every condition on an unknown key holds for an Allow, and none for a Deny.
        RequestView view = new(request);
        ValueList<PolicyStatement> best =
        [
            .. policy.Statement
                .Where(statement => statement.Effect == PolicyEffect.Allow || !statement.Condition.Any(c => IsUnknown(c, view)))
                .Select(statement => statement with { Condition = [.. statement.Condition.Where(c => !IsUnknown(c, view))] }),
        ];
        return evaluate(PolicyDocument.Create(best)).IsAllowed
            ? new PolicyAnswer(decision, $"depends on {policy.Statement.SelectMany(s => s.Condition).First(c => IsUnknown(c, view)).Key}, which is not known here")
            : new PolicyAnswer(decision, OpenQuestion: null);
    }

    private static bool IsUnknown(PolicyCondition condition, RequestView request) =>
        request.Find(condition.Key, out _) is null
        && !s_sent.Any(key => condition.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase));

    private static int Distance(AccessExplanation line) => line.Element switch
    {
        { } element when element.StartsWith(Condition, StringComparison.Ordinal) => 3,
        "Resource" or "NotResource" => 2,
        "Action" or "NotAction" => 1,
        _ => 0,
    };

    private static string Missing(AccessExplanation line) => line.Actual == "no such key" ? ", which the request does not have" : string.Empty;

    private static string Label(AccessExplanation line) =>
        string.IsNullOrEmpty(line.Sid) ? line.Path[(line.Path.IndexOf('.', StringComparison.Ordinal) + 1)..] : $"statement '{line.Sid}'";
}
