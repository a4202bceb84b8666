// Finding the key, and editing its policy when nobody else does.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyAccessGranterTests
{
    [Theory]
    [InlineData(World.Key, null)]
    [InlineData(World.KeyId, null)]
    [InlineData(World.Key, World.KeyId)]
    [InlineData(World.KeyId, World.Key)]
    [InlineData(World.Key, World.Key)]
    public void The_key_is_found_from_the_model(string modelKey, string? given)
    {
        World world = new(modelKey: modelKey);
        Assert.Equal(World.KeyArn, world.Granter.FindKey(World.Request(1), given is null ? null : KeyReference.Parse(given)));
        Assert.Equal(["DescribeDocumentClassifier", "DescribeKey"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void An_AWS_owned_key_needs_nothing()
    {
        World world = new(modelKey: null);
        Assert.Null(world.Granter.FindKey(World.Request(1)));
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Theory]
    [InlineData(World.Key, World.PartnerKey)]
    [InlineData(World.Key, "00000000-12ab-34cd-56ef-1234567890ab")]
    [InlineData(null, World.Key)]
    public void Another_key_than_the_model_s_is_refused(string? modelKey, string given)
    {
        World world = new(modelKey: modelKey);
        SharingException error = Failure.Of("KeyMismatch", () => world.Granter.FindKey(World.Request(1), KeyReference.Parse(given)));
        Assert.Contains(given, error.Cause, StringComparison.Ordinal);
        Assert.Contains(modelKey ?? "an AWS owned key", error.Cause, StringComparison.Ordinal);
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Fact]
    public void A_key_of_another_account_is_refused_with_the_statements_for_its_owner()
    {
        World world = new(modelKey: World.PartnerKey);
        SharingException error = Failure.Of("KeyInAnotherAccount", () => world.Granter.FindKey(World.Request(1, World.Third)));
        Assert.Contains(World.Partner, error.Cause, StringComparison.Ordinal);
        string json = error.Recommendation[error.Recommendation.IndexOf('{', StringComparison.Ordinal)..];
        PolicyDocument statements = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{json}}]}""");
        Assert.Equal(new KeyPolicyPlanner(new ResourcePolicyEvaluator())
            .PlanGrant(World.KeyArn, PolicyDocument.Parse(World.ConsolePolicy), [World.Request(1, World.Third)], new KeyPolicyOptions())
            .Access[0].Statement.Select(statement => PolicyDocument.Create(statement).ToCompactJson()),
            statements.Statement.Select(statement => PolicyDocument.Create(statement).ToCompactJson()));
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Fact]
    public void A_key_of_another_region_is_refused()
    {
        World world = new(modelKey: World.FarKey);
        SharingException error = Failure.Of("KeyRegionMismatch", () => world.Granter.FindKey(World.Request(1)));
        Assert.Contains("us-east-1", error.Cause, StringComparison.Ordinal);
        Assert.Equal(0, world.Count("DescribeKey"));
    }

    [Fact]
    public void An_AWS_managed_key_is_refused() =>
        Failure.Of("KeyNotCustomerManaged", () => new World(keyManager: "Aws", keyState: "Disabled").Granter.FindKey(World.Request(1)));

    [Theory]
    [InlineData("Disabled")]
    [InlineData("PendingDeletion")]
    [InlineData("PendingImport")]
    [InlineData("Unavailable")]
    public void A_key_that_is_not_enabled_is_refused(string state) =>
        Assert.Contains(state, Failure.Of("KeyNotEnabled", () => new World(keyState: state).Granter.FindKey(World.Request(1))).Cause, StringComparison.Ordinal);

    [Theory]
    [InlineData("NoPrincipal", new string[0])]
    [InlineData("PublicPrincipal", new[] { "444455556666", "*" })]
    [InlineData("StalePrincipal", new[] { "AROACKCEVSQ6C2EXAMPLE" })]
    [InlineData("PartitionMismatch", new[] { "arn:aws-iso:iam::444455556666:root" })]
    public void Refused_principals_are_refused_before_any_call(string errorId, string[] principals)
    {
        World world = new();
        Failure.Of(errorId, () => world.Granter.FindKey(new KeyAccessRequest(World.Version(1), World.Principals(principals))));
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_model_that_is_not_there_is_AWS_s_error() => Failure.Of("AwsNotFound", () => new World().Granter.FindKey(World.Request(9)));

    [Fact]
    public void A_key_is_described_once_by_whichever_name()
    {
        World world = new(versions: 3);
        Assert.All(Enumerable.Range(1, 3), number => Assert.Equal(World.KeyArn, world.Granter.FindKey(World.Request(number))));
        Assert.Equal(1, world.Count("DescribeKey"));
        Assert.Equal(3, world.Count("DescribeDocumentClassifier"));

        KeyFinder finder = new(world.Gateway);
        foreach (string name in new[] { World.KeyId, World.Key, World.KeyId })
        {
            finder.Find(world.Gateway.DescribeModel(World.Version(1)) with { ModelKmsKeyId = name });
        }

        Assert.Equal(2, world.Count("DescribeKey"));
    }

    [Fact]
    public void A_grant_reads_twice_writes_and_reads_back()
    {
        World world = new();
        KeyPolicyPlan plan = world.Grant(World.Request(1));
        Assert.Equal(["GetKeyPolicy", "GetKeyPolicy", "PutKeyPolicy", "GetKeyPolicy"], world.Aws.Calls.Select(call => call.Operation));
        Assert.Equal(plan.Result.ToJson(), world.KeyPolicy);
        Assert.Equal(KeyAccessStatus.Granted, plan.Access[0].Status);
        Assert.Equal(World.ConsolePolicy, plan.Access[0].PreviousPolicy!.ToJson());
    }

    [Fact]
    public void A_plan_reads_once_and_writes_nothing()
    {
        World world = new();
        world.Granter.Plan(World.KeyArn, [World.Request(1)], new KeyPolicyOptions());
        Assert.Equal(["GetKeyPolicy"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void A_second_run_finds_it_granted_and_writes_nothing()
    {
        World world = new();
        world.Grant(World.Request(1));
        Assert.Equal(KeyAccessStatus.AlreadyGranted, world.Grant(World.Request(1)).Access[0].Status);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
        Assert.Equal(4, world.Count("GetKeyPolicy"));
    }

    [Fact]
    public void Many_versions_are_one_edit()
    {
        World world = new();
        KeyPolicyPlan plan = world.Grant([.. Enumerable.Range(1, 50).Select(number => World.Request(number))]);
        Assert.Equal(50, plan.Access.Count);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
        Assert.Equal(3, PolicyDocument.Parse(world.KeyPolicy).Statement.Count);
    }

    [Fact]
    public void What_is_refused_is_not_written()
    {
        World world = new(World.ConsolePolicy.Replace("Enable IAM User Permissions", new string('x', 32_000), StringComparison.Ordinal));
        Failure.Of("KeyPolicyTooLarge", () => world.Grant(World.Request(1)));
        world.AssertNothingWritten();
    }

    [Fact]
    public void With_Force_KMS_decides_about_the_size()
    {
        string before = World.ConsolePolicy.Replace("Enable IAM User Permissions", new string('x', 32_000), StringComparison.Ordinal);
        World world = new(before);
        KeyAccessRequest[] requests = [World.Request(1)];
        KeyPolicyOptions options = new(Force: true);
        KeyPolicyPlan plan = world.Granter.Plan(World.KeyArn, requests, options);
        AwsServiceException error = Assert.IsType<AwsServiceException>(
            Failure.Of("AwsLimitExceeded", () => world.Granter.Apply(plan, requests, options)));
        Assert.Equal("LimitExceededException", error.ErrorCode);
        Assert.Equal(before, world.KeyPolicy);
    }

    [Fact]
    public void A_stale_principal_is_refused_or_taken_out()
    {
        World world = new(World.ConsolePolicy.Replace(
            "\"arn:aws:iam::111122223333:root\"", "[\"arn:aws:iam::111122223333:root\", \"AIDACKCEVSQ6C2EXAMPLE\"]", StringComparison.Ordinal));
        Failure.Of("KeyPolicyHasStalePrincipal", () => world.Grant(World.Request(1)));
        world.AssertNothingWritten();
        KeyAccessRequest[] requests = [World.Request(1)];
        KeyPolicyOptions options = new(RemoveStalePrincipal: true);
        world.Granter.Apply(world.Granter.Plan(World.KeyArn, requests, options), requests, options);
        Assert.DoesNotContain("AIDA", world.KeyPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_principal_that_does_not_exist_is_KMS_s_error_and_changes_nothing()
    {
        World world = new();
        Failure.Of("AwsInvalidRequest", () => world.Grant(World.Request(1, $"arn:aws:iam::{World.Partner}:role/Misspelt")));
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
    }

    [Theory]
    [InlineData("GetKeyPolicy", 1)]
    [InlineData("GetKeyPolicy", 2)]
    [InlineData("PutKeyPolicy", 1)]
    public void After_a_throttled_call_the_next_run_completes_what_is_left(string operation, int call)
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault(operation, call, SandboxFaultKind.Throttle));
        Failure.Of("AwsLimitExceeded", () => world.Grant(World.Request(1)));
        bool isWritten = world.KeyPolicy != World.ConsolePolicy;
        Assert.Equal(isWritten ? KeyAccessStatus.AlreadyGranted : KeyAccessStatus.Granted, world.Grant(World.Request(1)).Access[0].Status);
        Assert.Equal(3, PolicyDocument.Parse(world.KeyPolicy).Statement.Count);
    }

    [Fact]
    public void After_a_lost_answer_to_the_write_the_key_policy_itself_tells_that_it_is_granted()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutKeyPolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        Assert.Equal(KeyAccessStatus.Granted, world.Grant(World.Request(1)).Access[0].Status);
        Assert.Equal(1, world.Count("PutKeyPolicy"));
    }

    [Fact]
    public void A_write_that_failed_is_made_again_once_the_key_policy_tells_that_it_was_not_made()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutKeyPolicy", 1, SandboxFaultKind.ServerError));
        Assert.Equal(KeyAccessStatus.Granted, world.Grant(World.Request(1)).Access[0].Status);
        Assert.Equal(2, world.Count("PutKeyPolicy"));
        Assert.Equal(3, PolicyDocument.Parse(world.KeyPolicy).Statement.Count);
    }

    [Fact]
    public void A_write_that_fails_every_time_is_told_as_AWS_told_it()
    {
        World world = new();
        for (int call = 1; call <= 5; call++)
        {
            world.Aws.AddFault(new SandboxFault("PutKeyPolicy", call, SandboxFaultKind.ServerError));
        }

        Failure.Of("AwsServiceFailure", () => world.Grant(World.Request(1)));
        Assert.Equal(World.ConsolePolicy, world.KeyPolicy);
    }

    [Fact]
    public void The_granted_key_lets_the_import_end_in_TRAINED()
    {
        World world = new(modelPolicy: """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""");
        world.Grant(World.Request(1));
        ModelImporter importer = new(world.PartnerGateway);
        ImportedModel copy = importer.Apply(importer.Check(new ImportRequest
        {
            SourceModelArn = World.Version(1),
            SourceKmsKeyArn = World.KeyArn,
            DataAccessRoleArn = RoleArn.Parse(World.Role),
        }));
        world.Aws.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("TRAINED", world.PartnerGateway.DescribeModel(copy.ModelArn).Status);
    }
}
