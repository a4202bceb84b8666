// Random sequences of grants and revocations, against a plain set of what ought to be there after every step.
using System.Globalization;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Sharing;

public sealed class GrantsAndRevocationsTests
{
    private const int DefaultSequences = 500;

    private static readonly KeyPolicyOptions s_options = new();
    private static readonly KeyPolicyPlanner s_granter = new(new ResourcePolicyEvaluator());
    private static readonly KeyRevocationPlanner s_revoker = new(new ResourcePolicyEvaluator());

    private static readonly int s_sequences =
        int.TryParse(Environment.GetEnvironmentVariable("COMPREHENDSHARING_SEQUENCES"), NumberStyles.None, CultureInfo.InvariantCulture, out int sequences)
            ? sequences
            : DefaultSequences;

    private static readonly Gen<KeyAccessRequest> s_request =
        from principals in Gen.Elements(Universe.PrincipalSets)
        from version in Gen.Elements(Universe.Versions)
        from scope in Gen.Frequency(
            (7, Gen.Constant(KeyAccessScope.ModelVersion)),
            (2, Gen.Constant(KeyAccessScope.Model)),
            (1, Gen.Elements(KeyAccessScope.Account, KeyAccessScope.Service)))
        select new KeyAccessRequest(version, World.Principals(principals), scope);

    // What a revocation takes: something, something of everybody's, or what an earlier step was about.
    private static readonly Gen<(bool IsGrant, int Earlier, KeyAccessRequest[] Requests)> s_step =
        from isGrant in Gen.Elements(true, false)
        from earlier in Gen.Choose(-3, 3)
        from isForAll in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from size in Gen.Choose(1, 3)
        from requests in s_request.ArrayOf(size)
        select (isGrant, earlier, isForAll && !isGrant ? [.. requests.Select(request => request with { Principal = [] })] : requests);

    private static readonly Gen<(bool IsGrant, int Earlier, KeyAccessRequest[] Requests)[]> s_steps =
        from count in Gen.Choose(2, 7)
        from steps in s_step.ArrayOf(count)
        select steps;

    [Fact]
    public void Grants_and_revocations_in_any_order_leave_exactly_what_was_asked_for() => Property.Holds(
        from document in HandWritten.Document
        from steps in s_steps
        select (document.Policy, steps),
        made =>
        {
            string policy = made.Policy;
            KeyLedger ledger = new(policy);
            string[] others = KeyLedger.OthersTexts(policy);
            Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> byOthers =
                Universe.Decide(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', others)}}]}"""));
            for (int step = 0; step < made.steps.Length; step++)
            {
                (bool isGrant, int earlier, KeyAccessRequest[] requests) = made.steps[step];
                if (isGrant)
                {
                    policy = Grant(policy, requests, ledger);
                }
                else
                {
                    policy = Revoke(policy, earlier >= 0 && earlier < step ? made.steps[earlier].Requests : requests, ledger);
                }

                Assert.Equal(others, KeyLedger.OthersTexts(policy));
                Assert.True(ledger.Rights().SetEquals(KeyLedger.Ours(policy)), "The statements of this module give exactly what was asked for.");
                foreach (((PolicyPrincipal caller, ModelArn? model, string action), AccessOutcome outcome) in Universe.Decide(PolicyDocument.Parse(policy)))
                {
                    AccessOutcome other = byOthers[(caller, model, action)];
                    bool isGiven = other == AccessOutcome.ImplicitlyDenied && model is not null && ledger.Allows(caller, model, action);
                    Assert.Equal(isGiven ? AccessOutcome.Allowed : other, outcome);
                }
            }
        },
        times: s_sequences);

    private static string Grant(string policy, KeyAccessRequest[] requests, KeyLedger ledger)
    {
        bool wasThere = requests.Any(ledger.HasAnyOf);
        PolicyDocument before = PolicyDocument.Parse(policy);
        Dictionary<(string, string, string), bool> isAllowed = Universe.Decide(before)
            .Where(pair => pair.Key.Model is not null)
            .ToDictionary(
                pair => (Name(pair.Key.Caller), $"{pair.Key.Model}", pair.Key.Action.ToLowerInvariant()), pair => pair.Value == AccessOutcome.Allowed);
        bool[] isNew = ledger.Add(requests, (caller, model, action) => isAllowed[(caller, $"{model}", action)]);
        KeyPolicyPlan plan = s_granter.PlanGrant(World.KeyArn, before, requests, s_options);
        Assert.Equal(isNew, plan.Access.Select(access => access.Status == KeyAccessStatus.Granted));
        Assert.Equal(!isNew.Contains(true), plan.IsUnchanged);
        if (!wasThere)
        {
            Assert.Equal(policy, s_revoker.Plan(World.KeyArn, plan.Result, requests, s_options).Result.ToJson());
            Assert.Equal(policy, s_revoker.Plan(World.KeyArn, plan.Result, [.. requests.Reverse()], s_options).Result.ToJson());
        }

        return plan.Result.ToJson();
    }

    private static string Revoke(string policy, KeyAccessRequest[] requests, KeyLedger ledger)
    {
        bool[] isFound = [.. requests.Select(ledger.Remove)];
        KeyPolicyPlan plan = s_revoker.Plan(World.KeyArn, PolicyDocument.Parse(policy), requests, s_options);
        Assert.Equal(isFound, plan.Access.Select(access => access.Status == KeyAccessStatus.Revoked));
        Assert.Equal(!isFound.Contains(true), plan.IsUnchanged);
        Assert.True(s_revoker.Plan(World.KeyArn, plan.Result, requests, s_options).IsUnchanged, "A second run finds nothing.");
        return plan.Result.ToJson();
    }

    private static string Name(PolicyPrincipal caller) =>
        caller.Kind == PrincipalKind.Account ? caller.AccountId!.Value : caller.Value;
}
