// The account of the second source document: users under a policy that asks for keys and a network, a data access role, and a
// key each for volume, output and model.
using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

internal sealed class TrainingWorld
{
    public const string Account = "111122223333";
    public const string User = $"arn:aws:iam::{Account}:user/user1";
    public const string All = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    private const string RoleName = $"arn:aws:iam::{Account}:role/testDataAccessRole";

    /// <summary>What the role needs, and nothing else; the output key is of another account in no case.</summary>
    private const string RoleStatement = """
        {"Effect":"Allow","Resource":"*","Action":["s3:ListBucket","s3:GetObject","s3:PutObject",
          "kms:CreateGrant","kms:RetireGrant","kms:GenerateDataKey","kms:Decrypt",
          "ec2:CreateNetworkInterface","ec2:CreateNetworkInterfacePermission","ec2:DeleteNetworkInterface",
          "ec2:DeleteNetworkInterfacePermission","ec2:DescribeNetworkInterfaces","ec2:DescribeVpcs","ec2:DescribeDhcpOptions",
          "ec2:DescribeSubnets","ec2:DescribeSecurityGroups"]}
        """;

    private const string TrustStatement =
        """{"Effect":"Allow","Principal":{"Service":"comprehend.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    public TrainingWorld(
        string userStatement = All,
        string? controlPolicy = null,
        string? extraRoleStatement = null,
        string trustStatement = TrustStatement,
        string keyState = "Enabled",
        string? modelKeyStatement = null)
    {
        string extra = extraRoleStatement is null ? string.Empty : $",{extraRoleStatement}";
        string control = controlPolicy is null ? string.Empty : $$""" "controlPolicies": [{"Statement": [{{All}}]}, {{controlPolicy}}],""";
        Aws = new SandboxAws(
            SandboxScenario.Parse($$"""
                {
                  "region": "us-west-2",
                  "accounts": [
                    {
                      "id": "{{Account}}",{{control}}
                      "principals": [
                        { "arn": "{{User}}", "profile": "user1", "policies": [{ "Version": "2012-10-17", "Statement": [{{userStatement}}] }] },
                        { "arn": "{{RoleName}}", "policies": [{ "Statement": [{{RoleStatement}}{{extra}}] }], "trust": { "Statement": [{{trustStatement}}] } }
                      ],
                      "keys": [{{KeyOf(1, "Enabled")}}, {{KeyOf(2, "Enabled")}}, {{KeyOf(3, keyState, modelKeyStatement)}}]
                    }
                  ]
                }
                """),
            new StandingClock());
        Gateway = Aws.Connect("user1");
    }

    public static RoleArn Role { get; } = RoleArn.Parse(RoleName);

    public static string VolumeKey { get; } = Key(1);

    public static string OutputKey { get; } = Key(2);

    public static string ModelKey { get; } = Key(3);

    /// <summary>What User 2 asks for: no network and no key.</summary>
    public static CreateModelRequest Bare { get; } = new()
    {
        Kind = ModelKind.DocumentClassifier,
        ModelName = "testModel",
        LanguageCode = "en",
        DataAccessRoleArn = Role,
        InputDataConfig = new TrainingData { S3Uri = S3Uri.Parse("s3://example-bucket/docclass/filename") },
        OutputS3Uri = S3Uri.Parse("s3://example-bucket/output/filename"),
    };

    /// <summary>What User 1 asks for: all of it.</summary>
    public static CreateModelRequest Complete { get; } = Bare with
    {
        VolumeKmsKeyId = VolumeKey,
        ModelKmsKeyId = ModelKey,
        OutputKmsKeyId = OutputKey,
        VpcConfig = new VpcConfig(["sg-11a111111a1example"], ["subnet-11aaa111111example"]),
    };

    /// <summary>The same for a recognizer, which has no output.</summary>
    public static CreateModelRequest Recognizer { get; } = Complete with
    {
        Kind = ModelKind.EntityRecognizer,
        InputDataConfig = new TrainingData
        {
            DocumentS3Uri = S3Uri.Parse("s3://example-bucket/documents"),
            AnnotationS3Uri = S3Uri.Parse("s3://example-bucket/annotations"),
            EntityType = ["PERSON", "LOCATION"],
        },
        OutputS3Uri = null,
        OutputKmsKeyId = null,
    };

    public SandboxAws Aws { get; }

    public IAwsGateway Gateway { get; }

    /// <summary>The complete request without one of its settings.</summary>
    public static CreateModelRequest Without(string setting) => setting switch
    {
        "Volume" => Complete with { VolumeKmsKeyId = null },
        "Model" => Complete with { ModelKmsKeyId = null },
        "Output" => Complete with { OutputKmsKeyId = null },
        _ => Complete with { VpcConfig = null },
    };

    public ComprehendModel Train(CreateModelRequest request)
    {
        ModelArn arn = Gateway.CreateModel(request);
        Aws.Clock.Advance(TimeSpan.FromMinutes(2));
        return Gateway.DescribeModel(arn);
    }

    public string Refused(CreateModelRequest request, string errorCode)
    {
        AwsServiceException error = Assert.Throws<AwsServiceException>(() => Gateway.CreateModel(request));
        Assert.Equal((errorCode, errorCode), (error.ErrorCode, Aws.Calls[^1].Error));
        Assert.Empty(Aws.Describe().Model);
        return error.AwsMessage;
    }

    private static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"arn:aws:kms:us-west-2:{Account}:key/{number}234abcd-12ab-34cd-56ef-1234567890ab");

    private static string KeyOf(int number, string state, string? statement = null)
    {
        string root = $$"""{"Effect":"Allow","Principal":{"AWS":"{{Account}}"},"Action":"kms:*","Resource":"*"}""";
        return $$"""{ "id": "{{KeyArn.Parse(Key(number)).KeyId}}", "state": "{{state}}", "policy": { "Statement": [{{statement ?? root}}] } }""";
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
