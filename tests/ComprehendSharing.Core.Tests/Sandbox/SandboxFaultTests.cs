using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class SandboxFaultTests : SandboxTestBase
{
    private const string ReadByPartner = """{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:DescribeKey","Resource":"*"}""";

    [Theory]
    [InlineData(SandboxFaultKind.Throttle, "ThrottlingException")]
    [InlineData(SandboxFaultKind.ServerError, "KMSInternalException")]
    public void The_named_call_fails_without_work_and_no_other(SandboxFaultKind kind, string errorCode)
    {
        Aws.AddFault(new SandboxFault("PutKeyPolicy", 2, kind));

        Owner.PutKeyPolicy(KeyArn, KeyPolicy());
        Refused(errorCode, () => Owner.PutKeyPolicy(KeyArn, KeyPolicy(ReadByPartner)));
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(ReadByPartner));

        Assert.Equal(KeyPolicy(ReadByPartner), Owner.GetKeyPolicy(KeyArn));
    }

    [Fact]
    public void Comprehend_has_its_own_server_error()
    {
        Aws.AddFault(new SandboxFault("DescribeDocumentClassifier", 1, SandboxFaultKind.ServerError));

        Refused("InternalServerException", () => Owner.DescribeModel(Tickets));
    }

    [Fact]
    public void A_timeout_comes_after_the_work()
    {
        Aws.AddFault(new SandboxFault("PutResourcePolicy", 1, SandboxFaultKind.TimeoutAfterWork));

        AwsServiceException error = Assert.Throws<AwsServiceException>(
            () => Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null));

        Assert.Equal("RequestTimeoutException", error.ErrorCode);
        Assert.Equal(ModelPolicy(), Owner.DescribeResourcePolicy(Tickets).Policy);
        Assert.Equal("RequestTimeoutException", Aws.Calls[0].Error);
    }

    [Fact]
    public void A_stale_answer_is_the_policy_before_the_last_write()
    {
        string original = Owner.GetKeyPolicy(KeyArn);
        Aws.AddFault(new SandboxFault("GetKeyPolicy", 1, SandboxFaultKind.StaleKeyPolicy));

        Owner.PutKeyPolicy(KeyArn, KeyPolicy());

        Assert.Equal(original, Owner.GetKeyPolicy(KeyArn));
        Assert.Equal(KeyPolicy(), Owner.GetKeyPolicy(KeyArn));
    }

    [Theory]
    [InlineData("GetKeyPolicy")]
    [InlineData("PutKeyPolicy")]
    public void Another_writer_comes_just_before_the_call(string operation)
    {
        string theirs = KeyPolicy(ReadByPartner);
        string original = Owner.GetKeyPolicy(KeyArn);
        Aws.AddFault(new SandboxFault(operation, 1, SandboxFaultKind.ChangeKeyPolicy, theirs));
        if (operation == "PutKeyPolicy")
        {
            Owner.PutKeyPolicy(KeyArn, KeyPolicy());
            Assert.Equal(KeyPolicy(), Owner.GetKeyPolicy(KeyArn));
            Aws.AddFault(new SandboxFault("GetKeyPolicy", 1, SandboxFaultKind.StaleKeyPolicy));
        }

        Assert.Equal(theirs, Owner.GetKeyPolicy(KeyArn));
        Assert.NotEqual(original, theirs);
    }

    [Fact]
    public void The_other_writer_is_no_call()
    {
        Aws.AddFault(new SandboxFault("GetKeyPolicy", 1, SandboxFaultKind.ChangeKeyPolicy, KeyPolicy()));

        Owner.GetKeyPolicy(KeyArn);

        Assert.Equal("GetKeyPolicy", Assert.Single(Aws.Calls).Operation);
    }

    [Fact]
    public void Calls_are_counted_from_when_the_fault_is_added_and_a_fault_comes_once()
    {
        Owner.DescribeKey(Key);
        Aws.AddFault(new SandboxFault("DescribeKey", 1, SandboxFaultKind.Throttle));

        Refused("ThrottlingException", () => Owner.DescribeKey(Key));
        Owner.DescribeKey(Key);
    }

    [Fact]
    public void A_scenario_brings_its_faults()
    {
        Change("\"rehearsal\": {", """
            "faults": [{"operation": "GetCallerIdentity", "call": 2, "kind": "Throttle"}],
            "rehearsal": {
            """);

        Owner.GetCallerIdentity();
        Refused("ThrottlingException", () => Partner.GetCallerIdentity());
    }

    [Theory]
    [InlineData("DeleteKey", 1, SandboxFaultKind.Throttle, null)]
    [InlineData("PutKeyPolicy", 0, SandboxFaultKind.Throttle, null)]
    [InlineData("PutKeyPolicy", 1, SandboxFaultKind.StaleKeyPolicy, null)]
    [InlineData("ImportModel", 1, SandboxFaultKind.ChangeKeyPolicy, """{"Statement":[]}""")]
    [InlineData("PutKeyPolicy", 1, SandboxFaultKind.ChangeKeyPolicy, null)]
    [InlineData("PutKeyPolicy", 1, SandboxFaultKind.Throttle, """{"Statement":[]}""")]
    public void Faults_that_make_no_sense_are_refused(string operation, int call, SandboxFaultKind kind, string? policy) =>
        Assert.Throws<ArgumentException>(() => new SandboxFault(operation, call, kind, policy));
}
