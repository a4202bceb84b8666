// Every action, every set of required settings, every request: by the evaluator, against a table that is written down here anew.
using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Findings;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class GuardrailEnforcementTests
{
    private static readonly PolicyDocument s_allowAll = PolicyDocument.Create(
        new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["*"], Resource = ["*"] });

    private static readonly string[] s_actions =
        [.. ConditionKeyTable.All.Select(row => row.Action), "comprehend:NotYetKnown", "s3:PutObject", "kms:CreateGrant"];

    // The subsets of the four settings but for the empty one, each with any values and with certain ones.
    public static IEnumerable<object[]> Required { get; } =
    [
        .. from subset in Enumerable.Range(1, 15)
           from withValues in new[] { false, true }
           select new object[] { Name(subset), withValues },
    ];

    [Theory]
    [MemberData(nameof(Required))]
    public void A_Deny_refuses_what_lacks_a_setting_and_nothing_else(string settings, bool withValues)
    {
        string[] required = settings.Split(' ');
        PolicyDocument policy = GuardrailTemplate.Deny(GuardrailRequests.Of(required, withValues));
        PolicySet policies = new() { IdentityPolicy = [s_allowAll], ServiceControlPolicy = [[s_allowAll, policy]] };

        AssertDecisions(policies, (action, request) => GuardrailRequests.IsComplete(action, request, required, withValues)
            ? AccessOutcome.Allowed
            : AccessOutcome.ExplicitlyDenied);
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void An_Allow_allows_what_has_every_setting_and_nothing_else(string settings, bool withValues)
    {
        string[] required = settings.Split(' ');
        PolicyDocument policy = GuardrailTemplate.Allow(GuardrailRequests.Of(required, withValues));
        PolicySet policies = new() { IdentityPolicy = [policy] };

        AssertDecisions(policies, (action, request) =>
            GuardrailRequests.Carried.GetValueOrDefault(action, []).Intersect(required).Any()
            && GuardrailRequests.IsComplete(action, request, required, withValues)
                ? AccessOutcome.Allowed
                : AccessOutcome.ImplicitlyDenied);
    }

    // For each action alone: the policy is as strict on it as the one for all actions, and says nothing of any other.
    [Theory]
    [MemberData(nameof(Required))]
    public void A_policy_for_one_action_is_about_that_action_alone(string settings, bool withValues)
    {
        string[] required = settings.Split(' ');
        foreach (string action in GuardrailRequests.Carried.Keys)
        {
            string[] carried = [.. GuardrailRequests.Carried[action].Intersect(required)];
            if (carried.Length == 0 || (action == GuardrailRequests.Update && !withValues))
            {
                continue;
            }

            Guardrail guardrail = GuardrailRequests.Of(carried, withValues) with { Action = [action] };
            PolicyDocument deny = GuardrailTemplate.Deny(guardrail);
            PolicyDocument allow = GuardrailTemplate.Allow(guardrail);

            Assert.All(deny.Statement.Concat(allow.Statement), statement => Assert.Equal([action], statement.Action));
            Assert.DoesNotContain(
                PolicyChecker.Check(deny, PolicyKind.ServiceControlPolicy).Concat(PolicyChecker.Check(allow, PolicyKind.IdentityPolicy)),
                finding => finding.Severity is FindingSeverity.Error or FindingSeverity.Security);
            foreach (Dictionary<string, Filling> filled in GuardrailRequests.For(action))
            {
                AccessRequest request = GuardrailRequests.Request(action, filled);
                bool isComplete = GuardrailRequests.IsComplete(action, filled, required, withValues);
                Assert.Equal(isComplete, AccessEvaluator.Evaluate(request, new PolicySet { IdentityPolicy = [s_allowAll, deny] }).IsAllowed);
                Assert.Equal(isComplete, AccessEvaluator.Evaluate(request, new PolicySet { IdentityPolicy = [allow] }).IsAllowed);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void Nothing_grave_is_found_in_what_is_written(string settings, bool withValues)
    {
        Guardrail guardrail = GuardrailRequests.Of(settings.Split(' '), withValues);
        PolicyDocument deny = GuardrailTemplate.Deny(guardrail);
        PolicyDocument allow = GuardrailTemplate.Allow(guardrail);

        Assert.Empty(PolicyChecker.Check(deny, PolicyKind.ServiceControlPolicy));
        Assert.Empty(PolicyChecker.Check(deny, PolicyKind.IdentityPolicy));

        // An update may leave the network out; that the warning asks about.
        bool mayLeaveOut = withValues && settings.Contains("Subnets", StringComparison.Ordinal);
        Assert.Equal(
            mayLeaveOut ? ["FOR_ALL_VALUES_WITHOUT_NULL_GUARD", "FOR_ALL_VALUES_WITHOUT_NULL_GUARD"] : [],
            PolicyChecker.Check(allow, PolicyKind.IdentityPolicy).Select(finding => finding.Code));
    }

    [Theory]
    [MemberData(nameof(Required))]
    public void Sids_are_legal_and_stand_once(string settings, bool withValues)
    {
        Guardrail guardrail = GuardrailRequests.Of(settings.Split(' '), withValues);
        foreach (PolicyDocument policy in new[] { GuardrailTemplate.Deny(guardrail), GuardrailTemplate.Allow(guardrail) })
        {
            string[] sids = [.. policy.Statement.Select(statement => statement.Sid ?? string.Empty)];
            Assert.All(sids, sid => Assert.Matches("^[0-9A-Za-z]+$", sid));
            Assert.Equal(sids.Distinct(), sids);
        }
    }

    [Fact]
    public void The_longest_Deny_for_one_value_each_fits_a_service_control_policy()
    {
        Guardrail guardrail = GuardrailRequests.Of(GuardrailRequests.Settings, withValues: true);

        int length = GuardrailTemplate.Deny(guardrail).ToCompactJson().Length;

        // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
        Assert.InRange(length, 1, 5120);
    }

    [Fact]
    public void Every_action_that_carries_a_setting_is_tried() => Assert.Equal(
        GuardrailRequests.Carried.Keys.Order(StringComparer.Ordinal),
        ConditionKeyTable.FindUses(key: "*KmsKey").Concat(ConditionKeyTable.FindUses(key: "Vpc*"))
            .Select(use => use.Action).Distinct().Order(StringComparer.Ordinal));

    private static string Name(int subset)
    {
        string[] names = ["Volume", "Model", "Output", "Groups Subnets"];
        return string.Join(' ', names.Where((_, index) => (subset >> index & 1) == 1));
    }

    private static void AssertDecisions(PolicySet policies, Func<string, Dictionary<string, Filling>, AccessOutcome> expect)
    {
        List<string> wrong = [];
        foreach (string action in s_actions)
        {
            foreach (Dictionary<string, Filling> filled in GuardrailRequests.For(action))
            {
                AccessOutcome expected = expect(action, filled);
                AccessDecision decision = AccessEvaluator.Evaluate(GuardrailRequests.Request(action, filled), policies);
                if (decision.Decision != expected && wrong.Count < 20)
                {
                    wrong.Add($"{action} {string.Join(' ', filled)}: expected {expected}. {decision.Reason}");
                }
            }
        }

        Assert.Empty(wrong);
    }
}
