using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Tests.ConditionKeys;

public sealed class ConditionKeyTableTests
{
    [Theory]
    [InlineData("comprehend:CreateDocumentClassifier", "Volume Model Output Groups Subnets Tags")]
    [InlineData("comprehend:CreateEntityRecognizer", "Volume Model Groups Subnets Tags")]
    [InlineData("comprehend:ImportModel", "Model Tags")]
    [InlineData("comprehend:CreateFlywheel", "Volume Model DataLake Groups Subnets Tags")]
    [InlineData("comprehend:UpdateFlywheel", "Volume Model Groups Subnets")]
    [InlineData("comprehend:StartTopicsDetectionJob", "Volume Output Groups Subnets Tags")]
    [InlineData("comprehend:StartPiiEntitiesDetectionJob", "Output Tags")]
    [InlineData("comprehend:CreateEndpoint", "Tags")]
    [InlineData("comprehend:PutResourcePolicy", "")]
    public void The_keys_of_an_action(string action, string expected)
    {
        Dictionary<string, string> keys = new()
        {
            ["Volume"] = "comprehend:VolumeKmsKey",
            ["Model"] = "comprehend:ModelKmsKey",
            ["Output"] = "comprehend:OutputKmsKey",
            ["DataLake"] = "comprehend:DataLakeKmsKey",
            ["Groups"] = "comprehend:VpcSecurityGroupIds",
            ["Subnets"] = "comprehend:VpcSubnets",
            ["Tags"] = "aws:RequestTag/team",
        };

        ActionConditionKeys row = Assert.Single(ConditionKeyTable.Find(action));

        Assert.Equal(expected, string.Join(' ', keys.Where(key => row.CanCarry(key.Value)).Select(key => key.Key)));
    }

    [Fact]
    public void Wildcards_find_several_actions_and_case_has_no_meaning()
    {
        Assert.Equal(9, ConditionKeyTable.Find("COMPREHEND:start*job").Count);
        Assert.Equal(ConditionKeyTable.Find("comprehend:ImportModel"), ConditionKeyTable.Find("importmodel"));
        Assert.Equal(ConditionKeyTable.All, ConditionKeyTable.Find("*"));
        Assert.Empty(ConditionKeyTable.Find("kms:*"));
    }

    [Fact]
    public void By_key()
    {
        Assert.Equal(
            ["comprehend:DescribeFlywheelIteration"],
            ConditionKeyTable.FindByKey("Comprehend:FlywheelIterationID").Select(row => row.Action));
        Assert.Equal(
            [
                "comprehend:CreateDocumentClassifier", "comprehend:CreateEntityRecognizer", "comprehend:CreateFlywheel",
                "comprehend:ImportModel", "comprehend:UpdateFlywheel",
            ],
            ConditionKeyTable.FindByKey("comprehend:ModelKmsKey").Select(row => row.Action));
        Assert.Empty(ConditionKeyTable.FindByKey("comprehend:NoSuchKey"));
    }

    [Fact]
    public void Names_are_in_order_and_stand_once()
    {
        AssertOrdered(ConditionKeyTable.All.Select(row => row.Action));
        AssertOrdered(KmsTable.Actions);
        AssertOrdered(KmsTable.ConditionKeys.Select(key => key.Name));
        AssertOrdered(GlobalConditionKeys.All.Select(key => key.Name));
    }

    [Theory]
    [InlineData("comprehend:vpcsubnets", ConditionKeyType.String, true)]
    [InlineData("comprehend:ModelKmsKey", ConditionKeyType.Arn, false)]
    [InlineData("kms:EncryptionContext:aws:comprehend:arn", ConditionKeyType.String, false)]
    [InlineData("kms:EncryptionContextKeys", ConditionKeyType.String, true)]
    [InlineData("kms:RecipientAttestation:PCR3", ConditionKeyType.String, false)]
    [InlineData("kms:ValidTo", ConditionKeyType.Date, false)]
    [InlineData("AWS:SourceArn", ConditionKeyType.Arn, false)]
    [InlineData("aws:PrincipalTag/team", ConditionKeyType.String, false)]
    [InlineData("aws:SourceIp", ConditionKeyType.IPAddress, false)]
    [InlineData("aws:PrincipalOrgPaths", ConditionKeyType.String, true)]
    public void Types(string name, ConditionKeyType type, bool isMultivalued)
    {
        ConditionKey? key = KnownConditionKeys.Find(name);

        Assert.NotNull(key);
        Assert.Equal((type, isMultivalued), (key.Type, key.IsMultivalued));
    }

    [Theory]
    [InlineData("aws:RequestTag/")]
    [InlineData("aws:RequestTag")]
    [InlineData("s3:prefix")]
    public void Unknown_keys(string name) => Assert.Null(KnownConditionKeys.Find(name));

    private static void AssertOrdered(IEnumerable<string> names)
    {
        string[] list = [.. names];
        Assert.Equal(list.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase), list);
    }
}
