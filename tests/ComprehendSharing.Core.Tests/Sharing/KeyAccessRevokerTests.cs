// Finding the key, and taking access out of its policy, with others who edit the same policy.
using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyAccessRevokerTests
{
    private static readonly KeyAccessRequest[] s_requests = [World.Request(1)];
    private static readonly KeyPolicyOptions s_options = new();
    private static readonly string s_granted = Grant(World.ConsolePolicy);

    [Theory]
    [InlineData(World.Key, null)]
    [InlineData(World.KeyId, World.Key)]
    [InlineData(World.Key, World.KeyId)]
    public void The_key_is_found_from_the_model(string modelKey, string? given)
    {
        World world = new(modelKey: modelKey);
        Assert.Equal(World.KeyArn, Revoker(world).FindKey(s_requests[0], given is null ? null : KeyReference.Parse(given)));
        Assert.Equal(["DescribeDocumentClassifier", "DescribeKey"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void An_AWS_owned_key_needs_nothing()
    {
        World world = new(modelKey: null);
        Assert.Null(Revoker(world).FindKey(s_requests[0]));
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Fact]
    public void A_key_of_another_account_is_refused_with_the_statements_for_its_owner()
    {
        World world = new(modelKey: World.PartnerKey);
        SharingException error = Failure.Of("KeyInAnotherAccount", () => Revoker(world).FindKey(World.Request(1, World.Third)));
        string json = error.Recommendation[error.Recommendation.IndexOf('{', StringComparison.Ordinal)..];
        PolicyDocument statements = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{json}}]}""");
        Assert.Equal(KmsStatementTemplate.Create(World.Principals(World.Third), [World.Version(1)]), statements.Statement);
        Failure.Of("KeyInAnotherAccount", () => Revoker(world).FindKey(World.Request(1) with { Principal = [] }));
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData(World.Key, "00000000-12ab-34cd-56ef-1234567890ab")]
    [InlineData(null, World.Key)]
    public void Another_key_than_the_model_s_is_refused(string? modelKey, string given) => Failure.Of(
        "KeyMismatch", () => Revoker(new World(modelKey: modelKey)).FindKey(s_requests[0], KeyReference.Parse(given)));

    [Fact]
    public void A_key_of_another_region_is_refused() =>
        Failure.Of("KeyRegionMismatch", () => Revoker(new World(modelKey: World.FarKey)).FindKey(s_requests[0]));

    [Fact]
    public void An_AWS_managed_key_is_refused() =>
        Failure.Of("KeyNotCustomerManaged", () => Revoker(new World(keyManager: "Aws")).FindKey(s_requests[0]));

    [Fact]
    public void The_policy_of_a_disabled_key_can_be_edited()
    {
        World world = new(s_granted, keyState: "Disabled");
        Assert.Equal(World.KeyArn, Revoker(world).FindKey(s_requests[0]));
        Assert.Equal(KeyAccessStatus.Revoked, Assert.Single(Revoke(world).Access).Status);
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
    }

    [Fact]
    public void A_key_that_is_to_be_deleted_is_KMS_s_error()
    {
        World world = new(s_granted, keyState: "PendingDeletion");
        Failure.Of("AwsKeyNotUsable", () => Revoke(world));
        Assert.Equal(s_granted, world.KeyPolicy);
    }

    [Fact]
    public void A_revocation_reads_twice_writes_and_reads_back()
    {
        World world = new(s_granted);
        KeyPolicyPlan plan = Revoke(world);
        Assert.Equal(["GetKeyPolicy", "GetKeyPolicy", "PutKeyPolicy", "GetKeyPolicy"], world.Aws.Calls.Select(call => call.Operation));
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
        Assert.Equal(s_granted, Assert.Single(plan.Access).PreviousPolicy!.ToJson());
    }

    [Fact]
    public void A_second_run_finds_nothing_and_writes_nothing()
    {
        World world = new(s_granted);
        Revoke(world);
        Assert.Equal(KeyAccessStatus.NotFound, Revoke(world).Access[0].Status);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
    }

    [Fact]
    public void A_stale_principal_is_refused_and_nothing_is_written()
    {
        World world = new(s_granted.Replace("\"arn:aws:iam::111122223333:root\"", "[\"111122223333\", \"AIDACKCEVSQ6C2EXAMPLE\"]", StringComparison.Ordinal));
        Failure.Of("KeyPolicyHasStalePrincipal", () => Revoke(world));
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_edit_of_another_that_KMS_lets_one_see_is_kept(int call)
    {
        World world = new(s_granted);
        world.Aws.AddFault(Change(call, Theirs(s_granted, 1)));
        KeyPolicyPlan plan = Revoke(world);
        Assert.Equal(Theirs(World.ConsolePolicy, 1), world.KeyPolicy);
        Assert.Equal(KeyAccessStatus.Revoked, Assert.Single(plan.Access).Status);
    }

    [Fact]
    public void Edits_of_others_in_all_gaps_at_once_are_kept()
    {
        World world = new(s_granted);
        world.Aws.AddFault(Change(1, Theirs(s_granted, 1)));
        world.Aws.AddFault(Change(2, Theirs(s_granted, 2)));
        world.Aws.AddFault(Change(4, Theirs(s_granted, 3)));
        Assert.Equal(KeyAccessStatus.Revoked, Revoke(world).Access[0].Status);
        Assert.Equal(Theirs(World.ConsolePolicy, 3), world.KeyPolicy);
    }

    [Fact]
    public void A_write_that_another_builds_upon_is_Revoked_by_us()
    {
        World world = new(s_granted);
        world.Aws.AddFault(Change(3, Theirs(World.ConsolePolicy, 1)));
        KeyAccess access = Assert.Single(Revoke(world).Access);
        Assert.Equal((KeyAccessStatus.Revoked, s_granted), (access.Status, access.PreviousPolicy!.ToJson()));
        Assert.Equal(1, world.Count("PutKeyPolicy"));
        Assert.Equal(Theirs(World.ConsolePolicy, 1), world.KeyPolicy);
    }

    [Fact]
    public void What_another_has_revoked_meanwhile_is_NotFound_and_not_written()
    {
        World world = new(s_granted);
        KeyPolicyPlan plan = Revoker(world).Plan(World.KeyArn, s_requests, s_options);
        world.Aws.AddFault(Change(1, World.ConsolePolicy));
        Assert.Equal(KeyAccessStatus.NotFound, Assert.Single(Revoker(world).Apply(plan, s_requests, s_options).Access).Status);
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void An_answer_that_comes_late_is_waited_for(int late)
    {
        World world = new(s_granted);
        for (int call = 3; call < 3 + late; call++)
        {
            world.Aws.AddFault(new SandboxFault("GetKeyPolicy", call, SandboxFaultKind.StaleKeyPolicy));
        }

        Assert.Equal(KeyAccessStatus.Revoked, Revoke(world).Access[0].Status);
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Another_who_never_stops_is_a_conflict(int first, int step)
    {
        World world = new(s_granted);
        for (int call = first; call < 60; call += step)
        {
            world.Aws.AddFault(Change(call, Theirs(s_granted, call)));
        }

        SharingException error = Failure.Of("KeyPolicyConflict", () => Revoke(world));
        Assert.Equal((ErrorKind.Conflict, World.KeyArn), (error.Kind, error.Target));
        Assert.InRange(world.Count("GetKeyPolicy"), 5, 15);
        Assert.InRange(world.Count("PutKeyPolicy"), 0, 5);
    }

    [Theory]
    [InlineData("GetKeyPolicy", 1)]
    [InlineData("GetKeyPolicy", 2)]
    [InlineData("PutKeyPolicy", 1)]
    public void After_a_failed_call_the_next_run_completes_what_is_left(string operation, int call)
    {
        World world = new(s_granted);
        world.Aws.AddFault(new SandboxFault(operation, call, SandboxFaultKind.Throttle));
        Failure.Of("AwsLimitExceeded", () => Revoke(world));
        Revoke(world);
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
        Assert.Equal(operation == "PutKeyPolicy" ? 2 : 1, world.Count("PutKeyPolicy"));
    }

    private static KeyAccessRevoker Revoker(World world) => new(world.Gateway, new ResourcePolicyEvaluator());

    private static KeyPolicyPlan Revoke(World world)
    {
        KeyAccessRevoker revoker = Revoker(world);
        return revoker.Apply(revoker.Plan(World.KeyArn, s_requests, s_options), s_requests, s_options);
    }

    private static string Grant(string policy) => new KeyPolicyPlanner(new ResourcePolicyEvaluator())
        .PlanGrant(World.KeyArn, PolicyDocument.Parse(policy), s_requests, s_options).Result.ToJson();

    private static SandboxFault Change(int call, string policy) => new("GetKeyPolicy", call, SandboxFaultKind.ChangeKeyPolicy, policy);

    private static string Theirs(string policy, int number) => PolicyDocument.Parse(policy).Add(new PolicyStatement
    {
        Sid = string.Create(CultureInfo.InvariantCulture, $"theirs {number}"),
        Effect = PolicyEffect.Allow,
        Principal = [new PrincipalEntry("AWS", "777788889999")],
        Action = ["kms:Encrypt"],
        Resource = ["*"],
    }).ToJson();
}
