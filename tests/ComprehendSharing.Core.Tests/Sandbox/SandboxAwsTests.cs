using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class SandboxAwsTests : SandboxTestBase
{
    [Fact]
    public void Without_a_profile_the_caller_is_the_first_one()
    {
        Assert.Equal(["owner", "partner"], Aws.ProfileNames);
        Assert.Equal("arn:aws:iam::111122223333:user/model-owner", Aws.Connect().GetCallerIdentity()!.Arn.Value);
        Assert.Equal("444455556666", Partner.GetCallerIdentity()!.AccountId.Value);
        Assert.Equal((Region, "eu-west-1"), (Owner.Region, Aws.Connect("owner", "eu-west-1").Region));
    }

    [Fact]
    public void An_unknown_profile_is_refused_with_those_that_there_are()
    {
        SharingException error = Assert.Throws<SharingException>(() => Aws.Connect("nobody"));

        Assert.Equal(("ProfileNotFound", ErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.Contains("'nobody'", error.Message, StringComparison.Ordinal);
        Assert.Contains("owner, partner", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_calls_as_a_session()
    {
        Change("\"arn\": \"arn:aws:iam::444455556666:user/data-scientist\"", "\"arn\": \"arn:aws:iam::444455556666:role/team/Scientist\"");

        Assert.Equal("arn:aws:sts::444455556666:assumed-role/Scientist/partner", Partner.GetCallerIdentity()!.Arn.Value);
    }

    [Fact]
    public void Describe_shows_everything_and_is_no_call()
    {
        Owner.PutResourcePolicy(Products, ModelPolicy(), revisionId: null);

        SandboxState state = Aws.Describe();

        Assert.Equal(Region, state.Region);
        Assert.Equal(["111122223333", "444455556666"], state.Account.Select(account => account.AccountId.Value));
        Assert.Equal(["owner"], state.Account[0].Profile);
        SandboxKey key = Assert.Single(state.Key);
        Assert.Equal((KeyArn, "Enabled", KeyManager.Customer), (key.KeyArn, key.KeyState, key.KeyManager));
        Assert.Equal(Owner.GetKeyPolicy(KeyArn), key.Policy);
        Assert.Equal([Tickets, Products], state.Model.Select(model => model.ModelArn));
        Assert.Equal((null, ModelPolicy()), (state.Model[0].ResourcePolicy, state.Model[1].ResourcePolicy));
        Assert.NotNull(state.Model[1].PolicyRevisionId);
        Assert.Single(state.Call);
    }

    [Fact]
    public void Own_models_are_described_and_listed_by_kind_region_and_name()
    {
        Assert.Equal(Key, Owner.DescribeModel(Tickets).ModelKmsKeyId);
        Assert.Null(Owner.DescribeModel(Products).ModelKmsKeyId);
        Assert.Equal([Tickets], Owner.ListModels(ModelKind.DocumentClassifier).Select(model => model.ModelArn));
        Assert.Equal([Products], Owner.ListModels(ModelKind.EntityRecognizer, "products").Select(model => model.ModelArn));
        Assert.Empty(Owner.ListModels(ModelKind.EntityRecognizer, "other"));
        Assert.Empty(Partner.ListModels(ModelKind.DocumentClassifier));
        Assert.Empty(Aws.Connect("owner", "eu-west-1").ListModels(ModelKind.DocumentClassifier));
        Refused("InvalidRequestException", () => Owner.ListModels(ModelKind.DocumentClassifier, "no name"));
    }

    [Fact]
    public void A_described_model_does_not_carry_its_policy() =>
        Assert.Equal(typeof(ComprehendSharing.Sharing.ComprehendModel), Owner.DescribeModel(Tickets).GetType());

    [Fact]
    public void A_model_of_another_account_is_denied_in_the_words_of_AWS_even_when_it_is_shared()
    {
        Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);

        AwsServiceException error = Refused("AccessDeniedException", () => Partner.DescribeModel(Tickets));

        Assert.Equal(
            "User: arn:aws:iam::444455556666:user/data-scientist is not authorized to perform: comprehend:DescribeDocumentClassifier"
            + $" on resource: {Tickets} because no resource-based policy allows the comprehend:DescribeDocumentClassifier action",
            error.AwsMessage);
        Refused("AccessDeniedException", () => Partner.DescribeResourcePolicy(Tickets));
        Refused("AccessDeniedException", () => Partner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null));
        Refused("AccessDeniedException", () => Partner.DeleteResourcePolicy(Tickets, revisionId: null));
    }

    [Fact]
    public void What_does_not_exist_or_is_in_another_region_is_not_found()
    {
        ModelArn other = ModelArn.Parse($"arn:aws:comprehend:{Region}:111122223333:document-classifier/tickets/version/v3");
        IAwsGateway elsewhere = Aws.Connect("owner", "eu-west-1");

        Refused("ResourceNotFoundException", () => Owner.DescribeModel(other));
        Refused("ResourceNotFoundException", () => Owner.PutResourcePolicy(other, ModelPolicy(), revisionId: null));
        Refused("ResourceNotFoundException", () => elsewhere.DescribeModel(Tickets));
        Refused("ResourceNotFoundException", () => elsewhere.DescribeResourcePolicy(Tickets));
        Refused("ResourceNotFoundException", () => elsewhere.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null));
    }

    [Fact]
    public void Every_call_is_logged_once_and_in_order()
    {
        Owner.GetCallerIdentity();
        Owner.ListModels(ModelKind.EntityRecognizer);
        Assert.Throws<AwsServiceException>(() => Partner.GetKeyPolicy(KeyArn));
        Owner.PutKeyPolicy(KeyArn, KeyPolicy());
        Owner.DescribeModel(Products);

        PolicyPrincipal owner = PolicyPrincipal.Parse("arn:aws:iam::111122223333:user/model-owner");
        PolicyPrincipal partner = PolicyPrincipal.Parse("arn:aws:iam::444455556666:user/data-scientist");
        Assert.Equal(
            [
                new SandboxCall(1, "GetCallerIdentity", owner, "*", IsWrite: false, Error: null),
                new SandboxCall(2, "ListEntityRecognizers", owner, "*", IsWrite: false, Error: null),
                new SandboxCall(3, "GetKeyPolicy", partner, Key, IsWrite: false, Error: "AccessDeniedException"),
                new SandboxCall(4, "PutKeyPolicy", owner, Key, IsWrite: true, Error: null),
                new SandboxCall(5, "DescribeEntityRecognizer", owner, Products.ToString(), IsWrite: false, Error: null),
            ],
            Aws.Calls);
    }

    [Fact]
    public void Sleeping_moves_the_clock_and_takes_no_time()
    {
        IAwsGateway owner = Owner;

        owner.Sleep(TimeSpan.FromDays(2), CancellationToken.None);
        Aws.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start.AddDays(2).AddSeconds(1), owner.Clock.GetUtcNow());
        Assert.Throws<OperationCanceledException>(() => owner.Sleep(TimeSpan.FromDays(1), new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Aws.Clock.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Equal(Start.AddDays(2).AddSeconds(1), Aws.Clock.GetUtcNow());
    }

    [Fact]
    public void Several_threads_lose_no_call()
    {
        Parallel.For(0, 200, _ => Owner.PutResourcePolicy(Products, ModelPolicy(), revisionId: null));

        Assert.Equal(Enumerable.Range(1, 200), Aws.Calls.Select(call => call.Sequence));
    }
}
