using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Tests.Sharing;

namespace ComprehendSharing.Tests.Aws;

public sealed class RetryingGatewayTests
{
    private const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""";

    private readonly World _world = new(versions: 3, modelPolicy: Policy);

    public static TheoryData<string> Reads => ["GetCallerIdentity", "DescribeDocumentClassifier", "ListDocumentClassifiers", "DescribeResourcePolicy", "DescribeKey", "GetKeyPolicy"];

    public static TheoryData<string> Writes => ["PutResourcePolicy", "DeleteResourcePolicy", "PutKeyPolicy"];

    private RetryingGateway Gateway => new(_world.Gateway);

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_read_is_repeated_after_any_passing_failure(string operation)
    {
        AddFaults(operation, SandboxFaultKind.Throttle, SandboxFaultKind.ServerError, SandboxFaultKind.TimeoutAfterWork);
        Call(Gateway, operation);
        Assert.Equal(4, _world.Count(operation));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_write_that_was_throttled_was_not_done_and_is_repeated(string operation)
    {
        AddFaults(operation, SandboxFaultKind.Throttle, SandboxFaultKind.Throttle);
        Call(Gateway, operation);
        Assert.Equal(3, _world.Count(operation));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_write_whose_outcome_is_unknown_is_not_repeated(string operation)
    {
        AddFaults(operation, SandboxFaultKind.ServerError);
        Failure.Of("AwsServiceFailure", () => Call(Gateway, operation));
        AddFaults(operation, SandboxFaultKind.TimeoutAfterWork);
        Failure.Of("AwsServiceFailure", () => Call(Gateway, operation));
        Assert.Equal(2, _world.Count(operation));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    [MemberData(nameof(Writes))]
    public void After_the_last_attempt_the_error_is_told(string operation)
    {
        AddFaults(operation, [.. Enumerable.Repeat(SandboxFaultKind.Throttle, RetryingGateway.MaxAttempts)]);
        Failure.Of("AwsLimitExceeded", () => Call(Gateway, operation));
        Assert.Equal(RetryingGateway.MaxAttempts, _world.Count(operation));
    }

    [Fact]
    public void A_refusal_is_not_repeated()
    {
        Failure.Of("AwsNotFound", () => Gateway.DescribeModel(World.Version(9)));
        Assert.Equal(1, _world.Count("DescribeDocumentClassifier"));
    }

    [Fact]
    public void The_pauses_grow_and_are_made_on_the_clock_of_the_gateway()
    {
        RecordingGateway recording = new(_world.Gateway);
        AddFaults("DescribeKey", SandboxFaultKind.Throttle, SandboxFaultKind.Throttle, SandboxFaultKind.Throttle, SandboxFaultKind.Throttle);
        new RetryingGateway(recording).DescribeKey(World.Key);
        Assert.Equal(4, recording.Pauses.Count);
        for (int i = 0; i < 4; i++)
        {
            Assert.InRange(recording.Pauses[i].TotalMilliseconds, 250 << i, 500 << i);
        }
    }

    [Fact]
    public void A_pause_ends_with_the_command()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        AddFaults("DescribeKey", SandboxFaultKind.Throttle);
        Assert.Throws<OperationCanceledException>(() => new RetryingGateway(_world.Gateway, source.Token).DescribeKey(World.Key));
        Assert.Equal(1, _world.Count("DescribeKey"));
    }

    [Fact]
    public void A_list_that_breaks_off_goes_on_and_tells_nothing_twice()
    {
        RecordingGateway breaking = new(_world.Gateway) { BreaksAfter = 2 };
        IEnumerable<ModelArn> told = new RetryingGateway(breaking).ListModels(ModelKind.DocumentClassifier).Select(model => model.ModelArn);
        Assert.Equal(_world.Gateway.ListModels(ModelKind.DocumentClassifier).Select(model => model.ModelArn), told);
    }

    private static object? Call(RetryingGateway gateway, string operation)
    {
        switch (operation)
        {
            case "GetCallerIdentity":
                return gateway.GetCallerIdentity();
            case "DescribeDocumentClassifier":
                return gateway.DescribeModel(World.Version(1));
            case "ListDocumentClassifiers":
                return gateway.ListModels(ModelKind.DocumentClassifier).ToList();
            case "DescribeResourcePolicy":
                return gateway.DescribeResourcePolicy(World.Version(1));
            case "DescribeKey":
                return gateway.DescribeKey(World.Key);
            case "GetKeyPolicy":
                return gateway.GetKeyPolicy(World.KeyArn);
            case "PutResourcePolicy":
                return gateway.PutResourcePolicy(World.Version(1), Policy, null);
            case "DeleteResourcePolicy":
                gateway.DeleteResourcePolicy(World.Version(1), null);
                return null;
            default:
                gateway.PutKeyPolicy(World.KeyArn, World.ConsolePolicy);
                return null;
        }
    }

    private void AddFaults(string operation, params SandboxFaultKind[] kinds)
    {
        for (int i = 0; i < kinds.Length; i++)
        {
            _world.Aws.AddFault(new SandboxFault(operation, i + 1, kinds[i]));
        }
    }
}
