using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Tests.Sandbox;

namespace ComprehendSharing.Tests.Sharing;

public sealed class EndpointCreatorTests
{
    private static readonly CreateEndpointRequest s_request = new()
    {
        EndpointName = "myendpoint",
        ModelArn = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/testModel"),
        DesiredInferenceUnits = 1,
        DataAccessRoleArn = TrainingWorld.Role,
    };

    public static TheoryData<string, CreateEndpointRequest> Refusals => new()
    {
        { "RegionMismatch", s_request with { ModelArn = ModelArn.Parse("arn:aws:comprehend:us-east-1:111122223333:document-classifier/testModel") } },
        { "InvalidEndpointName", s_request with { EndpointName = "my_endpoint" } },
        { "InvalidEndpointName", s_request with { EndpointName = new string('e', 41) } },
        { "InvalidRequestToken", s_request with { ClientRequestToken = "a b" } },
        { "EndpointRoleRequired", s_request with { DataAccessRoleArn = null } },
        { "RoleInAnotherAccount", s_request with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/theirs") } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_can_be_found_wrong_is_found_before_the_call(string errorId, CreateEndpointRequest request)
    {
        TrainingWorld world = Trained(TrainingWorld.Complete);

        Failure.Of(errorId, () => new EndpointCreator(world.Gateway).Check(request));

        Assert.DoesNotContain(world.Aws.Calls, call => call.Operation == "CreateEndpoint");
    }

    [Fact]
    public void A_planned_endpoint_shows_what_it_would_be()
    {
        ComprehendEndpoint endpoint = new EndpointCreator(Trained(TrainingWorld.Complete).Gateway).Check(s_request);

        Assert.Equal(
            ("arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/myendpoint", "Planned", 1, TrainingWorld.Role),
            (endpoint.EndpointArn, endpoint.Status, endpoint.DesiredInferenceUnits, endpoint.DataAccessRoleArn));
    }

    [Fact]
    public void A_planned_model_is_not_looked_at() =>
        Assert.NotNull(new EndpointCreator(new TrainingWorld().Gateway).Check(s_request with { DataAccessRoleArn = null }, isModelPlanned: true));

    [Fact]
    public void An_endpoint_is_waited_for()
    {
        TrainingWorld world = Trained(TrainingWorld.Bare);
        ComprehendEndpoint created = new EndpointCreator(world.Gateway).Apply(s_request);
        List<string> seen = [];

        ComprehendEndpoint endpoint = Wait(world, created, TimeSpan.FromHours(1), seen);

        Assert.Equal("IN_SERVICE", endpoint.Status);
        Assert.Equal(["CREATING", "CREATING", "IN_SERVICE"], seen);
    }

    [Fact]
    public void A_wait_ends_with_its_time_and_with_a_failure()
    {
        TrainingWorld world = Trained(TrainingWorld.Bare);
        ComprehendEndpoint slow = new EndpointCreator(world.Gateway).Apply(s_request);
        Failure.Of("WaitTimedOut", () => Wait(world, slow, TimeSpan.FromSeconds(5), []));

        ComprehendEndpoint failing = new EndpointCreator(world.Gateway).Apply(s_request with
        {
            EndpointName = "another",
            ClientRequestToken = "another",
            DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::111122223333:role/nobody"),
        });
        Assert.Contains("DATA_ACCESS_ROLE_NOT_FOUND", Failure.Of("EndpointFailed", () => Wait(world, failing, TimeSpan.FromHours(1), [])).Cause, StringComparison.Ordinal);
    }

    private static ComprehendEndpoint Wait(TrainingWorld world, ComprehendEndpoint endpoint, TimeSpan timeout, List<string> seen) =>
        new EndpointWaiter(world.Gateway).Wait(
            endpoint.EndpointArn, timeout, TimeSpan.FromSeconds(30), (now, _) => seen.Add(now.Status), CancellationToken.None);

    private static TrainingWorld Trained(CreateModelRequest request)
    {
        TrainingWorld world = new();
        Assert.Equal("TRAINED", world.Train(request).Status);
        return world;
    }
}
