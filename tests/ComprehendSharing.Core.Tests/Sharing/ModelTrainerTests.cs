using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;
using ComprehendSharing.Tests.Aws;
using ComprehendSharing.Tests.Sandbox;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ModelTrainerTests
{
    private const string Alias = "arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias";

    private static readonly string s_policy = ModelPolicyTemplate.Create([PolicyPrincipal.Parse("444455556666")]).ToCompactJson();

    public static TheoryData<string, CreateModelRequest> Refusals => new()
    {
        { "InvalidModelName", TrainingWorld.Complete with { ModelName = "a_b" } },
        { "InvalidModelName", TrainingWorld.Complete with { VersionName = string.Empty } },
        { "InvalidRequestToken", TrainingWorld.Complete with { ClientRequestToken = "a b" } },
        { "InvalidTrainingData", TrainingWorld.Complete with { OutputS3Uri = null } },
        { "InvalidTrainingData", TrainingWorld.Recognizer with { OutputS3Uri = TrainingWorld.Complete.OutputS3Uri } },
        { "InvalidTrainingData", TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Complete.InputDataConfig } },
        { "KeyAliasNotSupported", TrainingWorld.Complete with { VolumeKmsKeyId = Alias } },
        { "KeyAliasNotSupported", TrainingWorld.Complete with { ModelKmsKeyId = "alias/ExampleAlias" } },
        { "InvalidVpcConfig", TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1"], []) } },
        { "InvalidVpcConfig", TrainingWorld.Complete with { VpcConfig = new VpcConfig([], ["subnet-1"]) } },
        { "RoleInAnotherAccount", TrainingWorld.Complete with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/theirs") } },
        { "InvalidPolicy", TrainingWorld.Complete with { ModelPolicy = "{" } },
        { "PublicPrincipal", TrainingWorld.Complete with { ModelPolicy = s_policy.Replace("444455556666", "*", StringComparison.Ordinal) } },
        { "PolicyActionNotSupported", TrainingWorld.Complete with { ModelPolicy = s_policy.Replace("ImportModel", "*", StringComparison.Ordinal) } },
        { "InvalidModelPolicy", TrainingWorld.Complete with { ModelPolicy = s_policy.Replace("\"Allow\"", "\"Allow\",\"Condition\":{\"StringSometimes\":{\"aws:SourceVpc\":\"vpc-1\"}}", StringComparison.Ordinal) } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_can_be_found_wrong_is_found_before_the_call(string errorId, CreateModelRequest request)
    {
        TrainingWorld world = new();

        Failure.Of(errorId, () => new ModelTrainer(world.Gateway).Check(request));

        Assert.DoesNotContain(world.Aws.Calls, call => call.IsWrite);
    }

    [Fact]
    public void The_problem_is_named() => Assert.Equal(
        "'testModel' cannot be trained in this network: there are security groups, but no subnet.",
        Failure.Of("InvalidVpcConfig", () => new ModelTrainer(new TrainingWorld().Gateway).Check(TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1"], []) })).Cause);

    [Fact]
    public void An_alias_is_taken_for_the_output() =>
        Assert.NotNull(new ModelTrainer(new TrainingWorld().Gateway).Check(TrainingWorld.Complete with { OutputKmsKeyId = Alias }));

    [Fact]
    public void A_planned_model_has_the_request_that_policies_are_asked_about()
    {
        TrainingWorld world = new();
        PlannedModel model = new ModelTrainer(world.Gateway).Check(TrainingWorld.Complete with { Tag = new Dictionary<string, string> { ["team"] = "search" } });

        Assert.Equal(
            ("Planned", TrainingWorld.User, "comprehend:CreateDocumentClassifier", model.ModelArn.Value),
            (model.Status, model.Caller!.Value, model.Action, model.Resource));
        Assert.Equal(
            $"aws:TagKeys = team; aws:RequestTag/team = search; comprehend:VolumeKmsKey = {TrainingWorld.VolumeKey}; "
            + $"comprehend:ModelKmsKey = {TrainingWorld.ModelKey}; comprehend:OutputKmsKey = {TrainingWorld.OutputKey}; "
            + "comprehend:VpcSecurityGroupIds = sg-11a111111a1example; comprehend:VpcSubnets = subnet-11aaa111111example",
            model.Context.ToString());
        Assert.Equal("GetCallerIdentity", Assert.Single(world.Aws.Calls).Operation);
        Assert.Empty(new ModelTrainer(world.Gateway).Check(TrainingWorld.Bare).Context.Values);
    }

    [Fact]
    public void Without_STS_the_role_tells_the_account_and_nobody_who_asks()
    {
        TrainingWorld world = new();
        PlannedModel model = new ModelTrainer(new RecordingGateway(world.Gateway) { HasSts = false }).Check(TrainingWorld.Complete);

        Assert.Null(model.Caller);
        Assert.Equal("arn:aws:comprehend:us-west-2:111122223333:document-classifier/testModel", model.Resource);
    }

    [Fact]
    public void A_model_that_cannot_be_described_is_told_all_the_same()
    {
        TrainingWorld world = new($$"""{{TrainingWorld.All}},{"Effect":"Deny","Action":"comprehend:Describe*","Resource":"*"}""");
        ComprehendModel model = new ModelTrainer(world.Gateway).Apply(TrainingWorld.Complete);

        Assert.Equal(("SUBMITTED", TrainingWorld.ModelKey), (model.Status, model.ModelKmsKeyId));
        Assert.Single(world.Aws.Describe().Model);
    }

    [Fact]
    public void A_checked_request_is_asked_for_once_however_often_it_is_repeated()
    {
        TrainingWorld world = new();
        ModelTrainer trainer = new(world.Gateway);
        CreateModelRequest request = TrainingWorld.Complete with { ModelPolicy = s_policy };
        trainer.Check(request);

        ComprehendModel model = trainer.Apply(request);

        Assert.Equal(model, trainer.Apply(request));
        Assert.Equal("SUBMITTED", model.Status);
        Assert.Single(world.Aws.Describe().Model);
    }

    [Fact]
    public void Each_request_has_a_token_of_its_own()
    {
        CreateModelRequest Request() => new()
        {
            Kind = ModelKind.DocumentClassifier,
            ModelName = "x",
            LanguageCode = "en",
            DataAccessRoleArn = TrainingWorld.Role,
            InputDataConfig = new TrainingData(),
        };

        Assert.NotEqual(Request().ClientRequestToken, Request().ClientRequestToken);
        Assert.True(Guid.TryParse(Request().ClientRequestToken, out _));
    }
}
