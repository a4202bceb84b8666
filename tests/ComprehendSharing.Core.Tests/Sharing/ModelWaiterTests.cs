using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ModelWaiterTests
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("TRAINED")]
    [InlineData("TRAINED_WITH_WARNING")]
    public void A_ready_model_is_answered_at_once(string status)
    {
        World world = new(status: status);
        Assert.Equal(status, Wait(world.Gateway, s_hour).Status);
        Assert.Equal(1, world.Count("DescribeDocumentClassifier"));
    }

    [Fact]
    public void An_import_is_followed_until_it_is_trained_and_each_look_is_told()
    {
        World world = new(modelKey: null, modelPolicy: Allow);
        IAwsGateway partner = world.PartnerGateway;
        ImportModelRequest call = new ModelImporter(partner).Check(new ImportRequest { SourceModelArn = World.Version(1) });
        ImportedModel copy = new ModelImporter(partner).Apply(call);
        Assert.Equal("SUBMITTED", copy.Status);
        List<string> looks = [];
        ComprehendModel model = new ModelWaiter(partner).Wait(
            copy.ModelArn, s_hour, s_poll, (now, elapsed) => looks.Add(string.Create(CultureInfo.InvariantCulture, $"{now.Status} {elapsed.TotalSeconds:F0}")), CancellationToken.None);
        Assert.Equal("TRAINED", model.Status);
        Assert.Equal(World.Version(1), model.SourceModelArn);
        Assert.Equal(["SUBMITTED 0", "TRAINING 15", "TRAINING 30", "TRAINING 45", "TRAINED 60"], looks);
    }

    [Theory]
    [InlineData("IN_ERROR")]
    [InlineData("STOPPED")]
    [InlineData("DELETING")]
    public void A_model_that_ends_otherwise_is_an_error(string status)
    {
        SharingException error = Failure.Of("ModelNotTrained", () => Wait(new World(status: status).Gateway, s_hour));
        Assert.Contains(status, error.Cause, StringComparison.Ordinal);
        Assert.Equal(World.Version(1), error.Target);
    }

    [Theory]
    [InlineData("SUBMITTED")]
    [InlineData("TRAINING")]
    [InlineData("STOP_REQUESTED")]
    public void A_model_that_stays_pending_is_waited_for_to_the_end_of_the_time(string status)
    {
        World world = new(status: status);
        SharingException error = Failure.Of("WaitTimedOut", () => Wait(world.Gateway, TimeSpan.FromSeconds(40)));
        Assert.Equal(ErrorKind.Timeout, error.Kind);
        Assert.Contains($"still {status} after 40 seconds", error.Cause, StringComparison.Ordinal);
        Assert.InRange(world.Count("DescribeDocumentClassifier"), 4, 5);
    }

    [Fact]
    public void An_error_of_AWS_ends_the_wait()
    {
        World world = new(status: "TRAINING");
        world.Aws.AddFault(new SandboxFault("DescribeDocumentClassifier", 2, SandboxFaultKind.Throttle));
        Failure.Of("AwsLimitExceeded", () => Wait(world.Gateway, s_hour));
    }

    [Fact]
    public void A_cancelled_wait_looks_once_and_ends()
    {
        World world = new(status: "TRAINING");
        Assert.Throws<OperationCanceledException>(
            () => new ModelWaiter(world.Gateway).Wait(World.Version(1), s_hour, s_poll, (_, _) => { }, new CancellationToken(canceled: true)));
        Assert.Equal(1, world.Count("DescribeDocumentClassifier"));
    }

    private const string Allow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""";

    private static ComprehendModel Wait(IAwsGateway gateway, TimeSpan timeout) =>
        new ModelWaiter(gateway).Wait(World.Version(1), timeout, s_poll, (_, _) => { }, CancellationToken.None);
}
