// The rule of all edits: who may do what afterwards is who could before, and exactly what was asked for.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Sharing;

public sealed class NothingIsWidenedTests
{
    private const string Import = "comprehend:ImportModel";

    private static readonly string[] s_importers =
    [
        "arn:aws:iam::444455556666:root", World.Jane, World.Role, "arn:aws:sts::444455556666:assumed-role/ComprehendImportRole/session",
        "arn:aws:iam::777788889999:root", "arn:aws:iam::777788889999:user/a", "arn:aws:iam::999900001111:root", "comprehend.amazonaws.com",
    ];

    private static readonly string[] s_conditions =
    [
        "\"Resource\":\"*\"",
        "\"Resource\":\"*\"",
        "\"Resource\":\"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1\"",
        "\"Resource\":\"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2\"",
        "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}",
    ];

    private static readonly Gen<KeyAccessRequest> s_request =
        from principals in Gen.Elements(Universe.PrincipalSets)
        from version in Gen.Elements(Universe.Versions)
        from scope in Gen.Frequency(
            (5, Gen.Constant(KeyAccessScope.ModelVersion)),
            (2, Gen.Constant(KeyAccessScope.Model)),
            (1, Gen.Elements(KeyAccessScope.Account, KeyAccessScope.Service)))
        select new KeyAccessRequest(version, World.Principals(principals), scope);

    private static readonly Gen<KeyAccessRequest[][]> s_steps =
        from count in Gen.Choose(1, 4)
        from steps in Gen.Choose(1, 3).SelectMany(size => s_request.ArrayOf(size)).ArrayOf(count)
        select steps;

    private static readonly Gen<string> s_modelPolicy =
        from count in Gen.Choose(1, 3)
        from statements in Statement().ArrayOf(count)
        select $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    [Fact]
    public void Grants_authorise_exactly_what_was_asked_for_and_leave_others_statements_as_they_are() => Property.Holds(
        from document in HandWritten.Document
        from steps in s_steps
        select (document.Policy, document.IsOurs, steps),
        made =>
        {
            KeyPolicyPlanner planner = new(new ResourcePolicyEvaluator());
            PolicyDocument policy = PolicyDocument.Parse(made.Policy);
            string[] texts = [.. policy.Statement.Select(statement => statement.ToJson())];
            Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> before = Universe.Decide(policy);
            foreach (KeyAccessRequest[] requests in made.steps)
            {
                KeyPolicyPlan plan = planner.PlanGrant(World.KeyArn, policy, requests, new KeyPolicyOptions());
                Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> after =
                    plan.IsUnchanged ? before : Universe.Decide(plan.Result);
                AssertExactly(before, after, requests);
                before = after;
                for (int index = 0; index < texts.Length; index++)
                {
                    Assert.True(made.IsOurs[index] || texts[index] == plan.Result.Statement[index].ToJson());
                }

                string?[] sids = [.. plan.Result.Statement.Skip(texts.Length).Select(statement => statement.Sid)];
                Assert.Equal(sids.Distinct(), sids);
                Assert.True(planner.PlanGrant(World.KeyArn, plan.Result, requests, new KeyPolicyOptions()).IsUnchanged, "A second run finds it granted.");
                policy = PolicyDocument.Parse(plan.Result.ToJson());
            }
        },
        times: 500);

    [Fact]
    public void Merging_model_policies_authorises_exactly_what_was_asked_for_and_keeps_what_is_there() => Property.Holds(
        from current in s_modelPolicy
        from additions in s_modelPolicy.Two()
        select (current, additions),
        made =>
        {
            World world = new(modelPolicy: made.current);
            foreach (string addition in new[] { made.additions.Item1, made.additions.Item2 })
            {
                PolicyDocument before = world.ModelPolicy!;
                ModelPolicyRequest request = new(World.Version(1), PolicyDocument.Parse(addition), Merge: true);
                ModelPolicyChange change;
                try
                {
                    change = world.Setter.Plan(request);
                }
                catch (SharingException error) when (error.ErrorId == "PolicyWouldRemoveAccess")
                {
                    // It denies what is allowed now.
                    Assert.True(Importers(before, AccessOutcome.Allowed).Overlaps(Importers(request.Document, AccessOutcome.ExplicitlyDenied)));
                    change = world.Setter.Plan(request with { Force = true });
                }

                world.Setter.Apply(change);
                PolicyDocument after = world.ModelPolicy!;
                HashSet<string> expected = Importers(before, AccessOutcome.Allowed);
                expected.UnionWith(Importers(request.Document, AccessOutcome.Allowed));
                expected.ExceptWith(Importers(before, AccessOutcome.ExplicitlyDenied));
                expected.ExceptWith(Importers(request.Document, AccessOutcome.ExplicitlyDenied));
                Assert.Equal(expected.Order(), Importers(after, AccessOutcome.Allowed).Order());
                Assert.Equal(before.Statement, after.Statement.Take(before.Statement.Count));
                Assert.True(world.Setter.Plan(request with { Force = true }).IsUnchanged, "A second run finds it set.");
            }
        },
        times: 500);

    private static void AssertExactly(
        Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> before,
        Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> after,
        KeyAccessRequest[] requests)
    {
        HashSet<(PolicyPrincipal Caller, ModelArn? Model, string Action)> asked = Universe.Asked(requests);
        Assert.DoesNotContain(after, triple => triple.Value != Expected(triple.Key));

        AccessOutcome Expected((PolicyPrincipal Caller, ModelArn? Model, string Action) triple) =>
            asked.Contains(triple) && before[triple] == AccessOutcome.ImplicitlyDenied ? AccessOutcome.Allowed : before[triple];
    }

    private static HashSet<string> Importers(PolicyDocument policy, AccessOutcome outcome)
    {
        ResourcePolicyEvaluator evaluator = new();
        return
        [
            .. s_importers.Where(importer => evaluator.Evaluate(
                new AccessRequest(PolicyPrincipal.Parse(importer), Import, $"{World.Version(1)}", RequestContext.Empty), policy).Decision == outcome),
        ];
    }

    private static Gen<string> Statement() =>
        from effect in Gen.Frequency((5, Gen.Constant("Allow")), (1, Gen.Constant("Deny")))
        from principals in Gen.SubListOf(World.Partner, "arn:aws:iam::444455556666:root", World.Jane, World.Role, World.Third).Where(list => list.Count > 0)
        from condition in Gen.Elements(s_conditions)
        from sid in Gen.Elements(string.Empty, "\"Sid\":\"a\",", "\"Sid\":\"b\",")
        select $$"""{{{sid}}"Effect":"{{effect}}","Principal":{"AWS":[{{string.Join(',', principals.Select(principal => $"\"{principal}\""))}}]},"Action":"{{Import}}",{{condition}}}""";
}
