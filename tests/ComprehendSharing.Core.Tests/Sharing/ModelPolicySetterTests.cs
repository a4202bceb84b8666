using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ModelPolicySetterTests
{
    private const string Jane = World.Jane;

    // All that is around the Sid of a policy that is filled up with it.
    private static readonly int s_frame = Filled(0).ToCompactJson().Length;

    [Fact]
    public void A_first_policy_is_set_without_a_revision_id()
    {
        World world = new();
        ModelPolicy policy = world.Set(Allow(World.Partner));
        Assert.Equal(ModelPolicyStatus.Set, policy.Status);
        Assert.Equal(World.Version(1), policy.ModelArn);
        Assert.Equal(World.Principals(World.Partner), policy.Principal);
        Assert.Matches("^[0-9a-f]{32}$", policy.PolicyRevisionId);
        Assert.Equal(Allow(World.Partner), world.ModelPolicy!.ToJson());
        Assert.Equal(["DescribeResourcePolicy", "PutResourcePolicy"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void A_second_policy_replaces_the_revision_that_was_read()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        string? first = world.Reader.Read(World.Version(1)).PolicyRevisionId;
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner, World.Third))));
        Assert.Equal(first, change.RevisionId);
        Assert.Equal(World.Principals(World.Third), change.Added);
        Assert.NotEqual(first, world.Setter.Apply(change).PolicyRevisionId);
    }

    [Fact]
    public void The_policy_is_sent_without_line_breaks()
    {
        World world = new();
        world.Set(PolicyDocument.Create(PolicyDocument.Parse(Allow(World.Partner)).Statement).ToJson());
        Assert.DoesNotContain('\n', world.ModelPolicy!.ToJson());
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Resource":["*"],"Principal":{"AWS":["arn:aws:iam::444455556666:root"]},"Action":["COMPREHEND:importmodel"],"Effect":"Allow"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}""")]
    public void A_policy_of_equal_meaning_is_Unchanged_and_not_written(string equal)
    {
        World world = new(modelPolicy: Allow(World.Partner));
        ModelPolicy policy = world.Set(equal);
        Assert.Equal(ModelPolicyStatus.Unchanged, policy.Status);
        Assert.Equal(world.Reader.Read(World.Version(1)).PolicyRevisionId, policy.PolicyRevisionId);
        world.AssertNothingWritten();
    }

    [Fact]
    public void A_dry_run_reads_and_writes_nothing()
    {
        World world = new();
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner))));
        Assert.Equal(ModelPolicyStatus.Planned, ModelPolicySetter.Preview(change).Status);
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData("444455556666", "777788889999", "444455556666")]
    [InlineData(Jane, "777788889999", Jane)]
    [InlineData("444455556666", Jane, "444455556666")]
    [InlineData("arn:aws:iam::777788889999:user/a", "444455556666", "arn:aws:iam::777788889999:user/a")]
    public void A_policy_that_takes_access_away_is_refused(string before, string after, string lost)
    {
        World world = new(modelPolicy: Allow(before));
        SharingException error = Failure.Of("PolicyWouldRemoveAccess", () => world.Set(Allow(after)));
        Assert.Contains(lost, error.Cause, StringComparison.Ordinal);
        Assert.Equal(World.Version(1), error.Target);
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData(Jane, "444455556666")]
    [InlineData(Jane, "arn:aws:iam::444455556666:root")]
    [InlineData("444455556666", "arn:aws:iam::444455556666:root")]
    public void An_account_covers_its_users(string before, string after) =>
        Assert.Equal(ModelPolicyStatus.Set, new World(modelPolicy: Allow(before, World.Third)).Set(Allow(World.Third, after, World.Role)).Status);

    // The new policy names the same principal, and yet it loses its access.
    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::444455556666:user/jane"},"Action":"comprehend:ImportModel","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/other"}""")]
    public void A_policy_that_names_a_principal_and_still_takes_its_access_is_refused(string statements)
    {
        World world = new(modelPolicy: Allow(World.Partner));
        Failure.Of("PolicyWouldRemoveAccess", () => world.Set($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
        world.AssertNothingWritten();
    }

    [Fact]
    public void Merging_a_Deny_that_takes_access_away_is_refused_and_done_with_Force()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""";
        World world = new(modelPolicy: Allow(World.Partner));
        Failure.Of("PolicyWouldRemoveAccess", () => world.Set(Deny, merge: true));
        world.AssertNothingWritten();
        Assert.Equal(2, world.Set(Deny, merge: true, force: true).Document!.Statement.Count);
    }

    [Fact]
    public void Force_replaces_the_policy()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        Assert.Equal(World.Principals(World.Third), world.Set(Allow(World.Third), force: true).Principal);
        Assert.Equal(Allow(World.Third), world.ModelPolicy!.ToJson());
    }

    [Fact]
    public void Merge_adds_to_what_is_there()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        ModelPolicy policy = world.Set(Allow(World.Third), merge: true);
        Assert.Equal(World.Principals(World.Third), policy.Principal);
        Assert.Equal(world.ModelPolicy!, policy.Document);
        Assert.Equal(PolicyDocument.Parse(Allow(World.Partner)).Statement[0], world.ModelPolicy!.Statement[0]);
        Assert.Equal(World.Principals(World.Partner, World.Third), world.Reader.Read(World.Version(1)).Principal);
    }

    [Fact]
    public void Merge_into_nothing_sets_the_policy() =>
        Assert.Equal(Allow(World.Third), new World().Set(Allow(World.Third), merge: true).Document!.ToJson());

    [Theory]
    [InlineData("444455556666")]
    [InlineData("arn:aws:iam::444455556666:root")]
    [InlineData(Jane)]
    public void Merging_what_is_covered_writes_nothing(string principal)
    {
        World world = new(modelPolicy: Allow(World.Partner));
        Assert.Equal(ModelPolicyStatus.Unchanged, world.Set(Allow(principal), merge: true).Status);
        world.AssertNothingWritten();
    }

    [Fact]
    public void Merging_twice_writes_once()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        world.Set(Allow(World.Third, Jane), merge: true);
        Assert.Equal(ModelPolicyStatus.Unchanged, world.Set(Allow(World.Third, Jane), merge: true).Status);
        Assert.Equal(1, world.Count("PutResourcePolicy"));
    }

    [Theory]
    [InlineData("\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}},\"Resource\":\"*\"")]
    [InlineData("\"Resource\":\"arn:aws:comprehend:us-west-2:111122223333:document-classifier/other\"")]
    public void Merge_adds_access_that_was_there_only_under_a_condition_or_for_another_model(string narrowed)
    {
        World world = new(modelPolicy: $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel",{{{narrowed}}}}}""");
        Assert.Equal(ModelPolicyStatus.Set, world.Set(Allow(World.Partner), merge: true).Status);
        Assert.Equal(2, world.ModelPolicy!.Statement.Count);
    }

    [Fact]
    public void A_revision_id_that_is_not_the_current_one_is_a_conflict_before_anything_is_written()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        string current = world.Reader.Read(World.Version(1)).PolicyRevisionId!;
        SharingException error = Failure.Of(
            "PolicyRevisionConflict", () => world.Set(Allow(World.Partner, World.Third), revisionId: "00112233445566778899aabbccddeeff"));
        Assert.Equal(ErrorKind.Conflict, error.Kind);
        Assert.Contains(current, error.Cause, StringComparison.Ordinal);
        Assert.Contains("00112233445566778899aabbccddeeff", error.Cause, StringComparison.Ordinal);
        world.AssertNothingWritten();
        Assert.Equal(ModelPolicyStatus.Set, world.Set(Allow(World.Partner, World.Third), revisionId: current).Status);
    }

    [Fact]
    public void A_revision_id_for_a_model_without_a_policy_is_a_conflict()
    {
        World world = new();
        Assert.Contains("none", Failure.Of("PolicyRevisionConflict", () => world.Set(Allow(World.Partner), revisionId: "aa")).Cause, StringComparison.Ordinal);
        world.AssertNothingWritten();
    }

    [Fact]
    public void Another_writer_between_the_plan_and_the_write_is_found_by_reading_again()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner, World.Third))));
        string theirs = world.Set(Allow(World.Partner, Jane)).PolicyRevisionId!;
        SharingException error = Failure.Of("PolicyRevisionConflict", () => world.Setter.Apply(change));
        Assert.Contains(theirs, error.Cause, StringComparison.Ordinal);
        Assert.Contains(change.RevisionId!, error.Cause, StringComparison.Ordinal);
        Assert.Equal(Allow(World.Partner, Jane), world.ModelPolicy!.ToJson());
    }

    [Fact]
    public void A_deletion_between_the_plan_and_the_write_is_found_by_reading_again()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner, World.Third))));
        world.Gateway.DeleteResourcePolicy(World.Version(1), null);
        Assert.Contains("revision none", Failure.Of("PolicyRevisionConflict", () => world.Setter.Apply(change)).Cause, StringComparison.Ordinal);
        Assert.Null(world.ModelPolicy);
    }

    [Fact]
    public void What_AWS_finds_invalid_at_an_unchanged_revision_is_its_own_error()
    {
        World world = new();
        AwsServiceException error = Assert.IsType<AwsServiceException>(
            Failure.Of("AwsInvalidRequest", () => world.Set("""{"Version":"2012-10-17","Statement":[]}""")));
        Assert.Equal("PutResourcePolicy", error.Operation);
        Assert.Null(world.ModelPolicy);
    }

    [Fact]
    public void After_a_lost_answer_the_policy_itself_tells_that_it_is_set()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutResourcePolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        ModelPolicy set = world.Set(Allow(World.Partner));
        Assert.Equal((ModelPolicyStatus.Set, world.Reader.Read(World.Version(1)).PolicyRevisionId), (set.Status, set.PolicyRevisionId));
        Assert.Equal(1, world.Count("PutResourcePolicy"));
    }

    [Fact]
    public void A_failure_that_did_nothing_is_told_and_not_repeated()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutResourcePolicy", 1, SandboxFaultKind.ServerError));
        Failure.Of("AwsServiceFailure", () => world.Set(Allow(World.Partner)));
        Assert.Null(world.ModelPolicy);
        Assert.Equal(1, world.Count("PutResourcePolicy"));
    }

    // The SDK repeats a call whose answer it did not get, with the revision id that the first one has replaced.
    [Fact]
    public void A_write_that_is_refused_for_its_own_revision_is_set()
    {
        World world = new(modelPolicy: Allow(World.Partner));
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner, World.Third))));
        string first = world.Gateway.PutResourcePolicy(World.Version(1), change.Document.ToCompactJson(), change.RevisionId);
        ModelPolicy set = world.Setter.Apply(change);
        Assert.Equal((ModelPolicyStatus.Set, first), (set.Status, set.PolicyRevisionId));
    }

    [Fact]
    public void After_a_lost_answer_what_AWS_said_of_the_write_is_told_where_the_policy_cannot_be_read()
    {
        World world = new();
        world.Aws.AddFault(new SandboxFault("PutResourcePolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        world.Aws.AddFault(new SandboxFault("DescribeResourcePolicy", 2, SandboxFaultKind.ServerError));
        AwsServiceException error = Assert.IsType<AwsServiceException>(Failure.Of("AwsServiceFailure", () => world.Set(Allow(World.Partner))));
        Assert.Equal("PutResourcePolicy", error.Operation);
    }

    [Fact]
    public void After_a_lost_answer_the_policy_of_another_is_a_conflict()
    {
        World world = new();
        ModelPolicyChange change = world.Setter.Plan(new ModelPolicyRequest(World.Version(1), PolicyDocument.Parse(Allow(World.Partner)), null));
        world.Gateway.PutResourcePolicy(World.Version(1), Allow(World.Third), null);
        world.Aws.AddFault(new SandboxFault("PutResourcePolicy", 1, SandboxFaultKind.ServerError));
        Failure.Of("PolicyRevisionConflict", () => world.Setter.Apply(change));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(19_999)]
    public void A_policy_up_to_20_000_characters_is_set(int length)
    {
        PolicyDocument policy = Filled(length - s_frame);
        Assert.Equal(length, policy.ToCompactJson().Length);
        Assert.Equal(ModelPolicyStatus.Set, new World().Set(policy.ToJson()).Status);
    }

    [Fact]
    public void A_policy_of_20_001_characters_is_refused()
    {
        World world = new();
        SharingException error = Failure.Of("PolicyTooLong", () => world.Set(Filled(20_001 - s_frame).ToJson()));
        Assert.Equal(ErrorKind.LimitsExceeded, error.Kind);
        Assert.Contains("20001", error.Cause, StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_policy_that_gets_too_long_by_merging_is_refused()
    {
        World world = new(modelPolicy: Filled(19_900 - s_frame).ToJson());
        Failure.Of("PolicyTooLong", () => world.Set(Allow(World.Third), merge: true));
        world.AssertNothingWritten();
    }

    [Theory]
    [InlineData("Ā")]
    [InlineData("中")]
    [InlineData("–")]
    [InlineData("😀")]
    public void A_character_beyond_U00FF_is_refused(string character)
    {
        World world = new();
        SharingException error = Failure.Of("PolicyHasInvalidCharacter", () => world.Set(AllowWithSid(character, World.Partner)));
        Assert.Contains($"U+{(int)character[0]:X4}", error.Cause, StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Theory]
    [InlineData("é ÿ ~")]
    [InlineData("\\u4e2d\\u0100")]
    public void A_character_up_to_U00FF_or_an_escaped_one_is_set(string sid) =>
        Assert.Equal(ModelPolicyStatus.Set, new World().Set(AllowWithSid(sid, World.Partner)).Status);

    [Theory]
    [InlineData("\"Action\":\"comprehend:*\"", "comprehend:*")]
    [InlineData("\"Action\":\"*\"", "*")]
    [InlineData("\"Action\":[\"comprehend:ImportModel\",\"comprehend:DescribeDocumentClassifier\"]", "comprehend:DescribeDocumentClassifier")]
    [InlineData("\"NotAction\":\"comprehend:DeleteResourcePolicy\"", "comprehend:DeleteResourcePolicy")]
    [InlineData("\"NotAction\":\"comprehend:ImportModel\"", "comprehend:ImportModel")]
    public void Another_action_than_ImportModel_is_refused(string action, string named)
    {
        World world = new();
        SharingException error = Failure.Of(
            "PolicyActionNotSupported",
            () => world.Set($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},{{{action}}},"Resource":"*"}}"""));
        Assert.Contains($"'{named}'", error.Cause, StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Theory]
    [InlineData("\"Principal\":\"*\"")]
    [InlineData("\"Principal\":{\"AWS\":\"*\"}")]
    [InlineData("\"Principal\":{\"AWS\":[\"444455556666\",\"*\"]}")]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"444455556666\"}")]
    public void A_public_policy_is_refused_even_with_Force(string principal)
    {
        World world = new();
        Failure.Of(
            "PublicPrincipal",
            () => world.Set($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow",{{{principal}}},"Action":"comprehend:ImportModel","Resource":"*"}}""", force: true));
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_Deny_for_everyone_is_not_public() => Assert.Equal(
        ModelPolicyStatus.Set,
        new World().Set("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"comprehend:ImportModel","Resource":"*"}}""").Status);

    [Fact]
    public void A_principal_of_another_partition_is_refused()
    {
        World world = new();
        Failure.Of("PartitionMismatch", () => world.Set(Allow("444455556666", "arn:aws-us-gov:iam::444455556666:role/Importer")));
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_model_that_is_not_there_is_AWS_s_error()
    {
        World world = new();
        ModelPolicyRequest request = new(World.Version(99), PolicyDocument.Parse(Allow(World.Partner)));
        Failure.Of("AwsNotFound", () => world.Setter.Plan(request));
        world.AssertNothingWritten();
    }

    [Fact]
    public void Reading_a_model_without_a_policy_is_no_error()
    {
        ModelPolicy policy = new World().Reader.Read(World.Version(1));
        Assert.Null(policy.Document);
        Assert.Null(policy.PolicyRevisionId);
        Assert.Empty(policy.Principal);
    }

    private static string Allow(params string[] principals) => AllowWithSid(null, principals);

    private static string AllowWithSid(string? sid, params string[] principals)
    {
        string label = sid is null ? string.Empty : $"\"Sid\":\"{sid}\",";
        string list = string.Join(',', principals.Select(principal => $"\"{principal}\""));
        return $$"""{"Version":"2012-10-17","Statement":[{{{label}}"Effect":"Allow","Principal":{"AWS":[{{list}}]},"Action":"comprehend:ImportModel","Resource":"*"}]}""";
    }

    private static PolicyDocument Filled(int sidLength) => PolicyDocument.Parse(AllowWithSid(new string('x', sidLength), World.Partner));
}
