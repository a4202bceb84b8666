using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class CreateModelTests
{
    private const string Invalid = "InvalidRequestException";
    private const string Forbidden = "AccessDeniedException";
    private const string NoKey = "KmsKeyValidationException";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}""";

    public static TheoryData<string> RoleActions =>
    [
        "s3:ListBucket", "s3:GetObject", "s3:PutObject", "kms:CreateGrant", "kms:RetireGrant", "kms:GenerateDataKey", "kms:Decrypt",
        "ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface",
        "ec2:DeleteNetworkInterfacePermission", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions",
        "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
    ];

    public static TheoryData<string, CreateModelRequest> Refusals => new()
    {
        { Invalid, TrainingWorld.Complete with { ModelName = "a_b" } },
        { Invalid, TrainingWorld.Complete with { VersionName = "-" } },
        { Invalid, TrainingWorld.Complete with { Mode = "ONE_CLASS" } },
        { Invalid, TrainingWorld.Complete with { OutputS3Uri = null } },
        { Invalid, TrainingWorld.Complete with { InputDataConfig = new TrainingData() } },
        { Invalid, TrainingWorld.Complete with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig } },
        { Invalid, TrainingWorld.Complete with { InputDataConfig = TrainingWorld.Complete.InputDataConfig with { DataFormat = "XML" } } },
        { Invalid, TrainingWorld.Complete with { InputDataConfig = TrainingWorld.Complete.InputDataConfig with { DataFormat = "AUGMENTED_MANIFEST" } } },
        { Invalid, TrainingWorld.Complete with { InputDataConfig = TrainingWorld.Complete.InputDataConfig with { AttributeName = ["labels"] } } },
        { Invalid, TrainingWorld.Recognizer with { OutputS3Uri = TrainingWorld.Complete.OutputS3Uri } },
        { Invalid, TrainingWorld.Recognizer with { Mode = "MULTI_CLASS" } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { EntityType = [] } } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { EntityType = ["A,B"] } } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { EntityType = [.. Enumerable.Repeat("A", 26)] } } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { DocumentS3Uri = null } } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { AnnotationS3Uri = null } } },
        { Invalid, TrainingWorld.Recognizer with { InputDataConfig = TrainingWorld.Recognizer.InputDataConfig with { S3Uri = S3Uri.Parse("s3://example-bucket/x") } } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1"], []) } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig([], ["subnet-1"]) } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6"], ["subnet-1"]) } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1"], [.. Enumerable.Repeat("subnet-1", 17)]) } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg_1"], ["subnet-1"]) } },
        { Invalid, TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-1"], [new string('s', 33)]) } },
        { Invalid, TrainingWorld.Complete with { ClientRequestToken = "a b" } },
        { Invalid, TrainingWorld.Complete with { ClientRequestToken = new string('t', 65) } },
        { Invalid, TrainingWorld.Complete with { ModelPolicy = Policy.Replace("ImportModel", "*", StringComparison.Ordinal) } },
        { Invalid, TrainingWorld.Complete with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/theirs") } },
        { "TooManyTagsException", TrainingWorld.Complete with { Tag = Enumerable.Range(0, 51).ToDictionary(n => $"t{n}", n => "x") } },
        { "UnsupportedLanguageException", TrainingWorld.Complete with { LanguageCode = "ja" } },
        { NoKey, TrainingWorld.Complete with { ModelKmsKeyId = "9234abcd-12ab-34cd-56ef-1234567890ab" } },
        { NoKey, TrainingWorld.Complete with { VolumeKmsKeyId = "alias/ExampleAlias" } },
        { NoKey, TrainingWorld.Complete with { OutputKmsKeyId = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_the_API_does_not_take_is_refused(string errorCode, CreateModelRequest request) =>
        Assert.NotEmpty(new TrainingWorld().Refused(request, errorCode));

    [Fact]
    public void A_disabled_key_is_refused() =>
        new TrainingWorld(keyState: "Disabled").Refused(TrainingWorld.Complete, NoKey);

    [Fact]
    public void The_status_moves_with_the_clock()
    {
        TrainingWorld world = new();
        ModelArn arn = world.Gateway.CreateModel(TrainingWorld.Complete);
        string Status(int seconds)
        {
            world.Aws.Clock.Advance(TimeSpan.FromSeconds(seconds));
            return world.Gateway.DescribeModel(arn).Status;
        }

        Assert.Equal(
            [ModelStatus.Submitted, ModelStatus.Training, ModelStatus.Training, ModelStatus.Trained],
            [Status(14), Status(1), Status(44), Status(1)]);
    }

    [Fact]
    public void A_recognizer_is_trained_with_a_version()
    {
        ComprehendModel model = new TrainingWorld().Train(TrainingWorld.Recognizer with { VersionName = "v1" });

        Assert.Equal("arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/testModel/version/v1 TRAINED en", $"{model.ModelArn} {model.Status} {model.LanguageCode}");
    }

    [Fact]
    public void A_manifest_takes_the_place_of_the_documents()
    {
        TrainingData manifest = new() { DataFormat = "AUGMENTED_MANIFEST", AttributeName = ["entities"], S3Uri = S3Uri.Parse("s3://example-bucket/m.jsonl"), EntityType = ["PERSON"] };

        Assert.Equal(ModelStatus.Trained, new TrainingWorld().Train(TrainingWorld.Recognizer with { InputDataConfig = manifest }).Status);
        Assert.Equal(ModelStatus.Trained, new TrainingWorld().Train(TrainingWorld.Bare with { InputDataConfig = manifest with { EntityType = [] } }).Status);
    }

    [Fact]
    public void A_model_can_be_born_shared()
    {
        TrainingWorld world = new();
        ComprehendModel model = world.Train(TrainingWorld.Complete with { ModelPolicy = Policy });

        ResourcePolicyDescription policy = world.Gateway.DescribeResourcePolicy(model.ModelArn);
        Assert.Equal(Policy, policy.Policy);
        Assert.NotNull(policy.RevisionId);
    }

    [Fact]
    public void The_same_request_with_the_same_token_answers_the_same_model()
    {
        TrainingWorld world = new();
        CreateModelRequest request = TrainingWorld.Complete with { Tag = new Dictionary<string, string> { ["team"] = "search" } };
        ModelArn arn = world.Gateway.CreateModel(request);

        Assert.Equal(arn, world.Gateway.CreateModel(request with { Tag = new Dictionary<string, string> { ["team"] = "search" } }));
        Assert.Single(world.Aws.Describe().Model);
    }

    [Fact]
    public void A_lost_answer_is_found_again_with_the_token()
    {
        TrainingWorld world = new();
        world.Aws.AddFault(new SandboxFault("CreateDocumentClassifier", 1, SandboxFaultKind.TimeoutAfterWork));
        Assert.Throws<AwsServiceException>(() => world.Gateway.CreateModel(TrainingWorld.Complete));

        ModelArn arn = world.Gateway.CreateModel(TrainingWorld.Complete);

        Assert.Equal(arn, Assert.Single(world.Aws.Describe().Model).ModelArn);
    }

    [Fact]
    public void Another_request_with_the_token_and_another_token_for_the_name_are_refused()
    {
        TrainingWorld world = new();
        world.Gateway.CreateModel(TrainingWorld.Complete);

        Assert.Equal(Invalid, ErrorOf(world, TrainingWorld.Complete with { Mode = "MULTI_LABEL" }));
        Assert.Equal(Invalid, ErrorOf(world, TrainingWorld.Complete with { Tag = new Dictionary<string, string> { ["team"] = "search" } }));
        Assert.Equal("ResourceInUseException", ErrorOf(world, TrainingWorld.Complete with { ClientRequestToken = "another" }));
    }

    [Theory]
    [InlineData("iam:PassRole")]
    [InlineData("comprehend:TagResource")]
    [InlineData("comprehend:CreateEntityRecognizer")]
    public void The_caller_needs_more_than_one_permission(string action)
    {
        TrainingWorld world = new($$"""{{TrainingWorld.All}},{"Effect":"Deny","Action":"{{action}}","Resource":"*"}""");
        string message = world.Refused(TrainingWorld.Recognizer with { Tag = new Dictionary<string, string> { ["team"] = "search" } }, Forbidden);

        Assert.Contains($"is not authorized to perform: {action} on resource: ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:RequestTag/team", "search")]
    [InlineData("aws:TagKeys", "team")]
    public void Tags_are_in_the_context(string key, string value)
    {
        TrainingWorld world = new(
            $$$$"""{{{{TrainingWorld.All}}}},{"Effect":"Deny","Action":"comprehend:Create*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"{{{{key}}}}":"{{{{value}}}}"}}}""");

        Assert.Equal(ModelStatus.Trained, world.Train(TrainingWorld.Bare with { ModelName = "plain" }).Status);
        Assert.Equal(Forbidden, ErrorOf(world, TrainingWorld.Bare with { Tag = new Dictionary<string, string> { ["team"] = "search" } }));
    }

    [Theory]
    [MemberData(nameof(RoleActions))]
    public void A_role_without_one_permission_ends_in_error_later(string action)
    {
        TrainingWorld world = new(extraRoleStatement: $$"""{"Effect":"Deny","Action":"{{action}}","Resource":"*"}""");
        ComprehendModel model = world.Train(TrainingWorld.Complete);

        Assert.Equal(ModelStatus.InError, model.Status);
        Assert.Contains($"{TrainingWorld.Role} is not authorized to perform: {action} on resource: ", model.Message!, StringComparison.Ordinal);
        Assert.Matches("^[A-Z_]+: The ", model.Message);
    }

    [Fact]
    public void What_the_request_does_not_use_the_role_does_not_need()
    {
        TrainingWorld world = new(extraRoleStatement: """{"Effect":"Deny","Action":["ec2:*","kms:*"],"Resource":"*"}""");

        Assert.Equal(ModelStatus.Trained, world.Train(TrainingWorld.Bare).Status);
    }

    [Fact]
    public void Writing_the_output_fails_in_the_words_of_Comprehend()
    {
        TrainingWorld world = new(extraRoleStatement: """{"Effect":"Deny","Action":"s3:PutObject","Resource":"*"}""");

        Assert.StartsWith(
            "NO_WRITE_ACCESS_TO_OUTPUT: The provided data access role does not have write access to the output S3 URI.",
            world.Train(TrainingWorld.Bare).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_policy_that_does_not_let_the_role_in_ends_in_error()
    {
        TrainingWorld world = new(modelKeyStatement: $$"""{"Effect":"Allow","Principal":{"AWS":"{{TrainingWorld.User}}"},"Action":"kms:*","Resource":"*"}""");
        ComprehendModel model = world.Train(TrainingWorld.Complete);

        Assert.Equal(ModelStatus.InError, model.Status);
        Assert.Contains($"cannot use the KMS key {TrainingWorld.ModelKey}", model.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_does_not_trust_Comprehend_or_does_not_exist_ends_in_error()
    {
        TrainingWorld distrusting = new(trustStatement: """{"Effect":"Allow","Principal":{"Service":"comprehend.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"444455556666"}}}""");
        Assert.StartsWith("DATA_ACCESS_ROLE_NOT_ASSUMED", distrusting.Train(TrainingWorld.Bare).Message, StringComparison.Ordinal);

        CreateModelRequest misspelt = TrainingWorld.Bare with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::111122223333:role/testDataAcessRole") };
        Assert.StartsWith("DATA_ACCESS_ROLE_NOT_FOUND", new TrainingWorld().Train(misspelt).Message, StringComparison.Ordinal);
    }

    private static string ErrorOf(TrainingWorld world, CreateModelRequest request) =>
        Assert.Throws<AwsServiceException>(() => world.Gateway.CreateModel(request)).ErrorCode;
}
