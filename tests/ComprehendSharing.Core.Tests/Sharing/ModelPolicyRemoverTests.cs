// Removing a resource policy, with others who change it meanwhile.
using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ModelPolicyRemoverTests
{
    private static readonly string s_policy = ModelPolicyTemplate.Create(World.Principals(World.Partner)).ToJson();
    private static readonly string s_theirs = ModelPolicyTemplate.Create(World.Principals(World.Third)).ToJson();

    [Fact]
    public void A_policy_is_removed_with_the_revision_that_was_read()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        ModelPolicy current = remover.Check(World.Version(1), null);
        Assert.Equal(World.Principals(World.Partner), current.Principal);
        world.AssertNothingWritten();
        ModelPolicy none = remover.Apply(current);
        Assert.Null(world.ModelPolicy);
        Assert.Equal((World.Version(1), null, null, ModelPolicyStatus.None), (none.ModelArn, none.Document, none.PolicyRevisionId, none.Status));
        Assert.Equal(current.Principal, none.Principal);
        Assert.Equal(["DescribeResourcePolicy", "DeleteResourcePolicy"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void No_policy_is_no_error_and_no_write()
    {
        World world = new();
        ModelPolicyRemover remover = new(world.Gateway);
        Assert.Null(remover.Apply(remover.Check(World.Version(1), null)).Document);
        world.AssertNothingWritten();
    }

    [Fact]
    public void Another_revision_than_the_caller_s_is_a_conflict_before_anything_is_written()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        string revision = world.Gateway.DescribeResourcePolicy(World.Version(1)).RevisionId!;
        Assert.Equal(revision, remover.Check(World.Version(1), revision).PolicyRevisionId);
        SharingException error = Failure.Of("PolicyRevisionConflict", () => remover.Check(World.Version(1), "00112233445566778899aabbccddeeff"));
        Assert.Equal((ErrorKind.Conflict, World.Version(1)), (error.Kind, error.Target));
        Assert.Contains(revision, error.Cause, StringComparison.Ordinal);
        Assert.Contains("none", Failure.Of("PolicyRevisionConflict", () => new ModelPolicyRemover(new World().Gateway).Check(World.Version(1), "aa")).Cause, StringComparison.Ordinal);
        world.AssertNothingWritten();
    }

    [Fact]
    public void A_policy_that_another_has_changed_since_is_a_conflict_and_stays()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        ModelPolicy current = remover.Check(World.Version(1), null);
        string theirs = world.Gateway.PutResourcePolicy(World.Version(1), s_theirs.ReplaceLineEndings(" "), null);
        SharingException error = Failure.Of("PolicyRevisionConflict", () => remover.Apply(current));
        Assert.Contains(theirs, error.Cause, StringComparison.Ordinal);
        Assert.Contains(World.Third, world.ModelPolicy!.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_another_has_removed_since_is_removed()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        ModelPolicy current = remover.Check(World.Version(1), null);
        world.Gateway.DeleteResourcePolicy(World.Version(1), null);
        Assert.Null(remover.Apply(current).Document);
    }

    [Fact]
    public void A_refusal_for_another_reason_passes_through()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        ModelPolicy current = remover.Check(World.Version(1), null);
        world.Aws.AddFault(new SandboxFault("DeleteResourcePolicy", 1, SandboxFaultKind.Throttle));
        world.Aws.AddFault(new SandboxFault("DeleteResourcePolicy", 2, SandboxFaultKind.ServerError));
        Failure.Of("AwsLimitExceeded", () => remover.Apply(current));
        Failure.Of("AwsServiceFailure", () => remover.Apply(current));
        Assert.NotNull(world.ModelPolicy);
        Failure.Of("AwsNotFound", () => remover.Check(World.Version(9), null));
        Assert.Null(remover.Apply(current).Document);
    }

    [Fact]
    public void After_a_lost_answer_the_policy_itself_tells_that_it_is_gone()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        world.Aws.AddFault(new SandboxFault("DeleteResourcePolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        Assert.Null(remover.Apply(remover.Check(World.Version(1), null)).Document);
        Assert.Equal(1, world.Count("DeleteResourcePolicy"));
    }

    [Fact]
    public void After_a_lost_answer_what_AWS_said_of_the_removal_is_told_where_the_policy_cannot_be_read()
    {
        World world = new(modelPolicy: s_policy);
        ModelPolicyRemover remover = new(world.Gateway);
        world.Aws.AddFault(new SandboxFault("DeleteResourcePolicy", 1, SandboxFaultKind.TimeoutAfterWork));
        world.Aws.AddFault(new SandboxFault("DescribeResourcePolicy", 2, SandboxFaultKind.ServerError));
        AwsServiceException error = Assert.IsType<AwsServiceException>(
            Failure.Of("AwsServiceFailure", () => remover.Apply(remover.Check(World.Version(1), null))));
        Assert.Equal("DeleteResourcePolicy", error.Operation);
        Assert.Null(world.ModelPolicy);
    }
}
