// Others who edit the same key policy, at every gap between two calls, and answers that come late.
using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyPolicyWritersTests
{
    private static readonly KeyAccessRequest[] s_requests = [World.Request(1)];
    private static readonly KeyPolicyOptions s_options = new();

    // A grant calls Get, Get, Put, Get.
    [Theory]
    [InlineData("GetKeyPolicy", 1)]
    [InlineData("GetKeyPolicy", 2)]
    [InlineData("GetKeyPolicy", 3)]
    public void An_edit_of_another_that_KMS_lets_one_see_is_kept(string operation, int call)
    {
        World world = new();
        world.Aws.AddFault(Change(operation, call, Theirs(1)));
        KeyPolicyPlan plan = world.Grant(s_requests);
        AssertHasBoth(world.KeyPolicy, 1);
        Assert.Equal(KeyAccessStatus.Granted, Assert.Single(plan.Access).Status);
        Assert.Equal(world.KeyPolicy, plan.Result.ToJson());
    }

    [Fact]
    public void Edits_of_others_in_all_three_gaps_at_once_are_kept()
    {
        World world = new();
        world.Aws.AddFault(Change("GetKeyPolicy", 1, Theirs(1)));
        world.Aws.AddFault(Change("GetKeyPolicy", 2, Theirs(2)));
        world.Aws.AddFault(Change("GetKeyPolicy", 4, Theirs(3)));
        world.Grant(s_requests);
        AssertHasBoth(world.KeyPolicy, 3);
    }

    // KMS has no revision id: the last look and the write are two calls, and nobody can see between them.
    [Fact]
    public void An_edit_of_another_between_the_last_look_and_the_write_is_lost()
    {
        World world = new();
        world.Aws.AddFault(Change("PutKeyPolicy", 1, Theirs(1)));
        world.Grant(s_requests);
        Assert.Equal(3, PolicyDocument.Parse(world.KeyPolicy).Statement.Count);
        Assert.DoesNotContain("theirs", world.KeyPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_another_builds_upon_is_Granted_by_us()
    {
        World world = new();
        string both = Extend(world.Granter.Plan(World.KeyArn, s_requests, s_options).Result, 1);
        world.Aws.AddFault(Change("GetKeyPolicy", 3, both));
        KeyAccess access = Assert.Single(world.Grant(s_requests).Access);
        Assert.Equal(both, world.KeyPolicy);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
        Assert.Equal(KeyAccessStatus.Granted, access.Status);
        Assert.Equal(World.ConsolePolicy, access.PreviousPolicy!.ToJson());
        Assert.Equal(2, access.Statement.Count);
        Assert.Equal(32_768 - PolicyDocument.Parse(both).ByteCount, access.BytesLeft);
    }

    [Fact]
    public void A_write_that_cannot_be_read_back_is_told_with_a_warning()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("GetKeyPolicy", 3, SandboxFaultKind.ServerError));
        KeyPolicyPlan plan = world.Grant(s_requests);
        KeyAccess access = Assert.Single(plan.Access);
        Assert.Equal(KeyAccessStatus.Granted, access.Status);
        Assert.Contains("could not be read again", Assert.Single(access.Warning), StringComparison.Ordinal);
        Assert.Equal(world.KeyPolicy, plan.Result.ToJson());
    }

    [Fact]
    public void After_a_lost_answer_what_AWS_said_of_the_write_is_told_where_the_policy_cannot_be_read()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutKeyPolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        world.Aws.AddFault(new SandboxFault("GetKeyPolicy", 3, SandboxFaultKind.ServerError));
        AwsServiceException error = Assert.IsType<AwsServiceException>(Failure.Of("AwsServiceFailure", () => world.Grant(s_requests)));
        Assert.Equal("PutKeyPolicy", error.Operation);
    }

    [Fact]
    public void What_another_has_granted_meanwhile_is_AlreadyGranted_and_not_written()
    {
        World world = new();
        KeyPolicyPlan plan = world.Granter.Plan(World.KeyArn, s_requests, s_options);
        world.Aws.AddFault(Change("GetKeyPolicy", 1, plan.Result.ToJson()));
        Assert.Equal(KeyAccessStatus.AlreadyGranted, Assert.Single(world.Granter.Apply(plan, s_requests, s_options).Access).Status);
        world.AssertNothingWritten();
    }

    [Fact]
    public void The_same_policy_in_other_words_is_taken_for_ours()
    {
        World world = new();
        PolicyDocument ours = world.Granter.Plan(World.KeyArn, s_requests, s_options).Result;
        world.Aws.AddFault(Change("GetKeyPolicy", 3, ours.ToCompactJson()));
        world.Grant(s_requests);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
    }

    [Fact]
    public void What_another_makes_impossible_meanwhile_is_refused_and_not_written()
    {
        World world = new();
        world.Aws.AddFault(Change("GetKeyPolicy", 2, Theirs(1).Replace("777788889999", "AIDACKCEVSQ6C2EXAMPLE", StringComparison.Ordinal)));
        Failure.Of("KeyPolicyHasStalePrincipal", () => world.Grant(s_requests));
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void An_answer_that_comes_late_is_waited_for(int late)
    {
        World world = new();
        AddStale(world, first: 3, late);
        DateTimeOffset start = world.Aws.Clock.GetUtcNow();
        Assert.Equal(KeyAccessStatus.Granted, world.Grant(s_requests).Access[0].Status);
        Assert.Equal((1, 3 + late), (world.Count("PutKeyPolicy"), world.Count("GetKeyPolicy")));
        Assert.InRange((world.Aws.Clock.GetUtcNow() - start).TotalSeconds, 0.5 * late, 5.0 * late);
    }

    [Fact]
    public void Answers_that_come_very_late_lead_to_the_same_edit_again()
    {
        World world = new();
        AddStale(world, first: 3, 6);
        KeyPolicyPlan plan = world.Grant(s_requests);
        Assert.Equal(plan.Result.ToJson(), world.KeyPolicy);
        Assert.Equal(3, plan.Result.Statement.Count);
        Assert.InRange(world.Count("PutKeyPolicy"), 1, 2);
    }

    [Fact]
    public void A_late_first_look_is_found_by_the_second()
    {
        World world = new();
        world.Grant(World.Request(2));
        world.Aws.AddFault(new SandboxFault("GetKeyPolicy", 1, SandboxFaultKind.StaleKeyPolicy));
        world.Grant(s_requests);
        PolicyDocument policy = PolicyDocument.Parse(world.KeyPolicy);
        Assert.Equal([$"{World.Version(2)}", $"{World.Version(1)}"], policy.Statement[1].Condition[0].Value);
    }

    // He changes the policy before every look, or after every write.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Another_who_never_stops_is_a_conflict_after_a_bounded_number_of_attempts(int first, int step)
    {
        World world = new();
        for (int call = first; call < 60; call += step)
        {
            world.Aws.AddFault(Change("GetKeyPolicy", call, Theirs(call)));
        }

        SharingException error = Failure.Of("KeyPolicyConflict", () => world.Grant(s_requests));
        Assert.Equal(ErrorKind.Conflict, error.Kind);
        Assert.Equal(World.KeyArn, error.Target);
        Assert.InRange(world.Count("GetKeyPolicy"), 5, 15);
        Assert.InRange(world.Count("PutKeyPolicy"), 0, 5);

        // What it was, what the edit was, what it is.
        string[] documents = [.. error.Cause.Split("{\"Version\"").Skip(1).Select(text => "{\"Version\"" + text[..(text.LastIndexOf("]}", StringComparison.Ordinal) + 2)])];
        Assert.Equal(3, documents.Length);
        Assert.Contains("It was {", error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("ComprehendSharing", documents[0], StringComparison.Ordinal);
        Assert.Contains("ComprehendSharing", documents[1], StringComparison.Ordinal);
        Assert.StartsWith(documents[0][..^2], documents[1], StringComparison.Ordinal);
        Assert.Equal(world.KeyPolicy, documents[2]);
        Assert.NotEqual(documents[0], documents[2]);
    }

    [Fact]
    public void A_pause_between_attempts_can_be_cancelled_and_nothing_is_written()
    {
        World world = new();
        KeyPolicyPlan plan = world.Granter.Plan(World.KeyArn, s_requests, s_options);
        world.Aws.AddFault(Change("GetKeyPolicy", 1, Theirs(1)));
        Assert.Throws<OperationCanceledException>(() => world.Granter.Apply(plan, s_requests, s_options, new CancellationToken(canceled: true)));
        world.AssertNothingWritten();
        Assert.Equal(Theirs(1), world.KeyPolicy);
    }

    [Fact]
    public void A_pause_after_the_write_can_be_cancelled_and_the_edit_is_whole()
    {
        World world = new();
        KeyPolicyPlan plan = world.Granter.Plan(World.KeyArn, s_requests, s_options);
        world.Aws.AddFault(new SandboxFault("GetKeyPolicy", 2, SandboxFaultKind.StaleKeyPolicy));
        Assert.Throws<OperationCanceledException>(() => world.Granter.Apply(plan, s_requests, s_options, new CancellationToken(canceled: true)));
        Assert.Equal(plan.Result.ToJson(), world.KeyPolicy);
        Assert.Equal(KeyAccessStatus.AlreadyGranted, world.Grant(s_requests).Access[0].Status);
    }

    [Fact]
    public void Without_another_writer_a_cancelled_token_stops_nothing()
    {
        World world = new();
        KeyPolicyPlan plan = world.Granter.Plan(World.KeyArn, s_requests, s_options);
        Assert.Equal(KeyAccessStatus.Granted, world.Granter.Apply(plan, s_requests, s_options, new CancellationToken(canceled: true)).Access[0].Status);
    }

    private static void AddStale(World world, int first, int count)
    {
        for (int call = first; call < first + count; call++)
        {
            world.Aws.AddFault(new SandboxFault("GetKeyPolicy", call, SandboxFaultKind.StaleKeyPolicy));
        }
    }

    private static SandboxFault Change(string operation, int call, string policy) =>
        new(operation, call, SandboxFaultKind.ChangeKeyPolicy, policy);

    private static string Theirs(int number) => Extend(PolicyDocument.Parse(PolicyDocument.Parse(World.ConsolePolicy).ToCompactJson()), number);

    private static string Extend(PolicyDocument policy, int number) => policy.Add(new PolicyStatement
    {
        Sid = string.Create(CultureInfo.InvariantCulture, $"theirs {number}"),
        Effect = PolicyEffect.Allow,
        Principal = [new PrincipalEntry("AWS", "777788889999")],
        Action = ["kms:Encrypt"],
        Resource = ["*"],
    }).ToJson();

    private static void AssertHasBoth(string policy, int number)
    {
        PolicyDocument document = PolicyDocument.Parse(policy);
        Assert.Equal(4, document.Statement.Count);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"theirs {number}"), document.Statement[1].Sid);
        Assert.Equal([$"{World.Version(1)}"], document.Statement[2].Condition[0].Value);
        Assert.Equal([$"{World.Version(1)}"], document.Statement[3].Condition[0].Value);
    }
}
