using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class CreateEndpointTests
{
    private const string Invalid = "InvalidRequestException";

    private static readonly ModelArn s_model = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/testModel");

    private static readonly CreateEndpointRequest s_request = new()
    {
        EndpointName = "myendpoint",
        ModelArn = s_model,
        DesiredInferenceUnits = 2,
        DataAccessRoleArn = TrainingWorld.Role,
    };

    public static TheoryData<string, CreateEndpointRequest> Refusals => new()
    {
        { Invalid, s_request with { EndpointName = "my_endpoint" } },
        { Invalid, s_request with { EndpointName = new string('e', 41) } },
        { Invalid, s_request with { DesiredInferenceUnits = 0 } },
        { Invalid, s_request with { ClientRequestToken = string.Empty } },
        { Invalid, s_request with { DataAccessRoleArn = null } },
        { Invalid, s_request with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/theirs") } },
        { "ResourceNotFoundException", s_request with { ModelArn = ModelArn.Parse($"{s_model}2") } },
        { "TooManyTagsException", s_request with { Tag = Enumerable.Range(0, 51).ToDictionary(n => $"t{n}", n => "x") } },
    };

    [Fact]
    public void An_endpoint_comes_into_service_with_the_clock()
    {
        TrainingWorld world = Trained();
        string arn = world.Gateway.CreateEndpoint(s_request);
        Assert.Equal("arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/myendpoint", arn);

        ComprehendEndpoint before = world.Gateway.DescribeEndpoint(arn);
        world.Aws.Clock.Advance(TimeSpan.FromSeconds(60));
        ComprehendEndpoint after = world.Gateway.DescribeEndpoint(arn);

        Assert.Equal(("CREATING", null, 2), (before.Status, before.CurrentInferenceUnits, before.DesiredInferenceUnits));
        Assert.Equal(("IN_SERVICE", 2, s_model, "myendpoint"), (after.Status, after.CurrentInferenceUnits, after.ModelArn, after.EndpointName));
        Assert.Equal(after.CreationTime + TimeSpan.FromSeconds(60), after.LastModifiedTime);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_the_API_does_not_take_is_refused(string errorCode, CreateEndpointRequest request) =>
        Assert.Equal(errorCode, ErrorOf(Trained(), request));

    [Fact]
    public void A_model_that_is_not_trained_cannot_be_served()
    {
        TrainingWorld world = new();
        world.Gateway.CreateModel(TrainingWorld.Complete);

        Assert.Equal("ResourceUnavailableException", ErrorOf(world, s_request));
    }

    [Fact]
    public void The_same_token_answers_the_same_endpoint_and_the_name_is_taken_for_all_others()
    {
        TrainingWorld world = Trained();
        string arn = world.Gateway.CreateEndpoint(s_request);

        Assert.Equal(arn, world.Gateway.CreateEndpoint(s_request));
        Assert.Equal(Invalid, ErrorOf(world, s_request with { DesiredInferenceUnits = 3 }));
        Assert.Equal("ResourceInUseException", ErrorOf(world, s_request with { ClientRequestToken = "another" }));
    }

    [Fact]
    public void An_endpoint_that_nobody_made_is_not_found() => Assert.Equal(
        "ResourceNotFoundException",
        Assert.Throws<AwsServiceException>(() => Trained().Gateway.DescribeEndpoint(s_request.EndpointArn)).ErrorCode);

    [Theory]
    [InlineData("comprehend:CreateEndpoint", "*:document-classifier/*")]
    [InlineData("comprehend:CreateEndpoint", "*:document-classifier-endpoint/*")]
    [InlineData("iam:PassRole", "*")]
    [InlineData("comprehend:TagResource", "*-endpoint/*")]
    public void The_caller_needs_more_than_one_permission(string action, string resource)
    {
        TrainingWorld world = new($$"""{{TrainingWorld.All}},{"Effect":"Deny","Action":"{{action}}","Resource":"{{resource}}"}""");

        Assert.Equal("AccessDeniedException", ErrorOf(world, s_request with { Tag = new Dictionary<string, string> { ["team"] = "search" } }));
    }

    [Theory]
    [InlineData("kms:Decrypt")]
    [InlineData("kms:CreateGrant")]
    public void A_role_that_has_lost_the_key_of_the_model_fails_later(string action)
    {
        TrainingWorld world = Trained();
        world.Gateway.PutKeyPolicy(KeyArn.Parse(TrainingWorld.ModelKey), $$$$"""
            {"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"},
              {"Effect":"Deny","Principal":{"AWS":"{{{{TrainingWorld.Role}}}}"},"Action":"{{{{action}}}}","Resource":"*"}]}
            """);
        ComprehendEndpoint endpoint = After(world, s_request);

        Assert.Equal("FAILED", endpoint.Status);
        Assert.StartsWith("KMS_KEY_ACCESS_DENIED: ", endpoint.Message, StringComparison.Ordinal);
        Assert.Contains(action, endpoint.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_is_needed_for_an_encrypted_model_only()
    {
        TrainingWorld world = new();
        world.Train(TrainingWorld.Bare);

        Assert.Equal("IN_SERVICE", After(world, s_request with { DataAccessRoleArn = null }).Status);
    }

    private static ComprehendEndpoint After(TrainingWorld world, CreateEndpointRequest request)
    {
        string arn = world.Gateway.CreateEndpoint(request);
        world.Aws.Clock.Advance(TimeSpan.FromMinutes(2));
        return world.Gateway.DescribeEndpoint(arn);
    }

    private static TrainingWorld Trained()
    {
        TrainingWorld world = new();
        Assert.Equal(ModelStatus.Trained, world.Train(TrainingWorld.Complete).Status);
        return world;
    }

    private static string ErrorOf(TrainingWorld world, CreateEndpointRequest request) =>
        Assert.Throws<AwsServiceException>(() => world.Gateway.CreateEndpoint(request)).ErrorCode;
}
