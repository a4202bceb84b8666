// The two users of the second source document, under its policies and under a sound one.
using ComprehendSharing.Aws;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class TrainingGuardrailTests
{
    private const string Forbidden = "AccessDeniedException";
    private const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/testModel";
    private const string Rest = """{"Effect":"Allow","Action":["iam:PassRole","comprehend:Describe*","comprehend:TagResource"],"Resource":"*"}""";

    private const string Published = """
        {"Action":["comprehend:CreateDocumentClassifier"],"Effect":"Allow","Resource":"*","Condition":{"Null":{
          "comprehend:VolumeKmsKey":"false","comprehend:OutputKmsKey":"false","comprehend:ModelKmsKey":"false",
          "comprehend:VpcSecurityGroupIds":"false","comprehend:VpcSubnets":"false"}}}
        """;

    private static readonly string s_publishedStrict = $$$$"""
        {"Action":["comprehend:CreateDocumentClassifier","comprehend:CreateEntityRecognizer","comprehend:Start*Job"],
         "Effect":"Allow","Resource":"*","Condition":{
          "ArnEquals":{"comprehend:VolumeKmsKey":"{{{{TrainingWorld.VolumeKey}}}}","comprehend:ModelKmsKey":"{{{{TrainingWorld.ModelKey}}}}",
            "comprehend:OutputKmsKey":"{{{{TrainingWorld.OutputKey}}}}"},
          "ForAllValues:StringLike":{"comprehend:VpcSecurityGroupIds":["sg-11a111111a1example"],"comprehend:VpcSubnets":["subnet-11aaa111111example"]}}}
        """;

    private static readonly string s_soundStrict = $$"""
        {"Statement":[
          {{Deny("Volume", "ArnNotEquals", "comprehend:VolumeKmsKey", TrainingWorld.VolumeKey)}},
          {{Deny("Model", "ArnNotEquals", "comprehend:ModelKmsKey", TrainingWorld.ModelKey)}},
          {{Deny("Output", "ArnNotEquals", "comprehend:OutputKmsKey", TrainingWorld.OutputKey)}},
          {{Deny("NoGroup", "Null", "comprehend:VpcSecurityGroupIds", "true")}},
          {{Deny("NoSubnet", "Null", "comprehend:VpcSubnets", "true")}},
          {{Deny("Group", "ForAnyValue:StringNotEquals", "comprehend:VpcSecurityGroupIds", "sg-11a111111a1example")}},
          {{Deny("Subnet", "ForAnyValue:StringNotEquals", "comprehend:VpcSubnets", "subnet-11aaa111111example")}}]}
        """;

    public static TheoryData<string> Keys => ["Volume", "Model", "Output"];

    public static TheoryData<string> Settings => ["Volume", "Model", "Output", "Vpc"];

    public static TheoryData<string, CreateModelRequest> WrongSettings => new()
    {
        { "volume key", TrainingWorld.Complete with { VolumeKmsKeyId = TrainingWorld.ModelKey } },
        { "model key", TrainingWorld.Complete with { ModelKmsKeyId = TrainingWorld.OutputKey } },
        { "output key", TrainingWorld.Complete with { OutputKmsKeyId = TrainingWorld.VolumeKey } },
        { "group", TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-2"], ["subnet-11aaa111111example"]) } },
        { "subnet", TrainingWorld.Complete with { VpcConfig = new VpcConfig(["sg-11a111111a1example"], ["subnet-11aaa111111example", "subnet-2"]) } },
    };

    [Fact]
    public void User_1_who_gives_network_and_keys_trains_a_model()
    {
        ComprehendModel model = new TrainingWorld($"{Published},{Rest}").Train(TrainingWorld.Complete);

        Assert.Equal((Model, ModelStatus.Trained, null), (model.ModelArn.Value, model.Status, model.Message));
        Assert.Equal(
            (TrainingWorld.VolumeKey, TrainingWorld.ModelKey, TrainingWorld.Complete.VpcConfig, TrainingWorld.Role),
            (model.VolumeKmsKeyId, model.ModelKmsKeyId, model.VpcConfig, model.DataAccessRoleArn));
    }

    [Fact]
    public void User_2_who_gives_none_is_denied_at_once() => Assert.Equal(
        $"User: {TrainingWorld.User} is not authorized to perform: comprehend:CreateDocumentClassifier on resource: {Model} "
        + "because no identity-based policy allows the comprehend:CreateDocumentClassifier action",
        new TrainingWorld($"{Published},{Rest}").Refused(TrainingWorld.Bare, Forbidden));

    [Theory]
    [MemberData(nameof(Settings))]
    public void Each_setting_that_is_missing_is_enough_to_be_denied(string setting) =>
        new TrainingWorld($"{Published},{Rest}").Refused(TrainingWorld.Without(setting), Forbidden);

    [Fact]
    public void The_strict_policy_lets_the_exact_settings_pass() =>
        Assert.Equal(ModelStatus.Trained, new TrainingWorld($"{s_publishedStrict},{Rest}").Train(TrainingWorld.Complete).Status);

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_strict_policy_denies_each_missing_key(string setting) =>
        new TrainingWorld($"{s_publishedStrict},{Rest}").Refused(TrainingWorld.Without(setting), Forbidden);

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void The_strict_policy_denies_each_wrong_setting(string what, CreateModelRequest request)
    {
        Assert.NotEmpty(what);
        new TrainingWorld($"{s_publishedStrict},{Rest}").Refused(request, Forbidden);
    }

    [Fact]
    public void The_strict_policy_as_published_lets_a_training_without_network_pass() =>
        Assert.Equal(ModelStatus.Trained, new TrainingWorld($"{s_publishedStrict},{Rest}").Train(TrainingWorld.Without("Vpc")).Status);

    [Fact]
    public void The_strict_policy_as_published_lets_no_recognizer_pass() =>
        new TrainingWorld($"{s_publishedStrict},{Rest}").Refused(TrainingWorld.Recognizer, Forbidden);

    [Fact]
    public void A_sound_guardrail_lets_the_exact_settings_pass() =>
        Assert.Equal(ModelStatus.Trained, new TrainingWorld(controlPolicy: s_soundStrict).Train(TrainingWorld.Complete).Status);

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_sound_guardrail_denies_each_missing_setting(string setting) => Assert.EndsWith(
        "with an explicit deny in a service control policy",
        new TrainingWorld(controlPolicy: s_soundStrict).Refused(TrainingWorld.Without(setting), Forbidden),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void A_sound_guardrail_denies_each_wrong_setting(string what, CreateModelRequest request)
    {
        Assert.NotEmpty(what);
        new TrainingWorld(controlPolicy: s_soundStrict).Refused(request, Forbidden);
    }

    private static string Deny(string sid, string condition, string key, string value) =>
        $$$$"""{"Sid":"{{{{sid}}}}","Effect":"Deny","Action":"comprehend:CreateDocumentClassifier","Resource":"*","Condition":{"{{{{condition}}}}":{"{{{{key}}}}":"{{{{value}}}}"}}}""";
}
