using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class GuardrailTemplateTests
{
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly Guardrail s_volume = new() { RequiredKey = [GuardrailKey.Volume] };

    // The source document's first policy: a classifier is trained with all keys and in the VPC, or not at all.
    private static readonly Guardrail s_first = new()
    {
        RequiredKey = [GuardrailKey.Volume, GuardrailKey.Model, GuardrailKey.Output],
        RequiresVpc = true,
        Action = ["CreateDocumentClassifier"],
    };

    // Its stricter one, about training and all jobs, with certain keys, groups and subnets.
    private static readonly Guardrail s_stricter = GuardrailRequests.Of(GuardrailRequests.Settings, withValues: true) with
    {
        Action = ["CreateDocumentClassifier", "CreateEntityRecognizer", "Start*Job"],
    };

    [Fact]
    public void The_first_policy_of_the_source_document_as_a_Deny_has_a_statement_for_each_key()
    {
        PolicyDocument policy = GuardrailTemplate.Deny(s_first);

        string[] keys = ["VolumeKmsKey", "ModelKmsKey", "OutputKmsKey", "VpcSecurityGroupIds", "VpcSubnets"];
        Meaning.AssertSame(
            PolicyDocument.Create(keys.Select(key => new PolicyStatement
            {
                Effect = PolicyEffect.Deny,
                Action = ["comprehend:CreateDocumentClassifier"],
                Resource = ["*"],
                Condition = [new PolicyCondition("Null", $"comprehend:{key}", ["true"])],
            })),
            policy);
    }

    [Fact]
    public void The_first_policy_of_the_source_document_as_an_Allow_is_the_published_one() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow", "Action": "comprehend:CreateDocumentClassifier", "Resource": "*",
              "Condition": {
                "Null": {
                  "comprehend:VolumeKmsKey": "false", "comprehend:ModelKmsKey": "false", "comprehend:OutputKmsKey": "false",
                  "comprehend:VpcSecurityGroupIds": "false", "comprehend:VpcSubnets": "false"
                }
              }
            }
          ]
        }
        """,
        GuardrailTemplate.Allow(s_first));

    // As published it allows no recognizer and no job at all.
    [Theory]
    [InlineData("comprehend:CreateDocumentClassifier")]
    [InlineData("comprehend:CreateEntityRecognizer")]
    [InlineData("comprehend:StartDocumentClassificationJob")]
    [InlineData("comprehend:StartPiiEntitiesDetectionJob")]
    public void The_stricter_policy_of_the_source_document_is_sound_in_both_forms(string action)
    {
        string[] all = GuardrailRequests.Settings;
        PolicyDocument allowAll = PolicyDocument.Create(
            new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["comprehend:*"], Resource = ["*"] });
        PolicySet deny = new() { IdentityPolicy = [allowAll, GuardrailTemplate.Deny(s_stricter)] };
        PolicySet allow = new() { IdentityPolicy = [GuardrailTemplate.Allow(s_stricter)] };

        foreach (Dictionary<string, Filling> filled in GuardrailRequests.For(action))
        {
            bool expected = GuardrailRequests.IsComplete(action, filled, all, withValues: true);
            AccessRequest request = GuardrailRequests.Request(action, filled);
            Assert.Equal(expected, AccessEvaluator.Evaluate(request, deny).IsAllowed);
            Assert.Equal(expected, AccessEvaluator.Evaluate(request, allow).IsAllowed);
        }
    }

    [Fact]
    public void An_Allow_has_a_statement_for_each_set_of_keys() => Assert.Equal(
        [
            "AllowWithVolumeKmsKeyModelKmsKeyOutputKmsKeyVpcSecurityGroupIdsVpcSubnets: comprehend:CreateDocumentClassifier",
            "AllowWithVolumeKmsKeyModelKmsKeyVpcSecurityGroupIdsVpcSubnets: comprehend:CreateEntityRecognizer",
            "AllowWithVolumeKmsKeyOutputKmsKeyVpcSecurityGroupIdsVpcSubnets: comprehend:StartDocumentClassificationJob, "
            + "comprehend:StartDominantLanguageDetectionJob, comprehend:StartEntitiesDetectionJob, comprehend:StartKeyPhrasesDetectionJob, "
            + "comprehend:StartSentimentDetectionJob, comprehend:StartTargetedSentimentDetectionJob, comprehend:StartTopicsDetectionJob",
            "AllowWithOutputKmsKey: comprehend:StartEventsDetectionJob, comprehend:StartPiiEntitiesDetectionJob",
        ],
        GuardrailTemplate.Allow(s_stricter).Statement.Select(statement => $"{statement.Sid}: {statement.Action}"));

    [Fact]
    public void An_update_is_denied_only_for_a_wrong_key() => Meaning.AssertSame(
        $$"""
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Deny", "Action": ["comprehend:CreateFlywheel"], "Resource": "*",
              "Condition": { "ArnNotEquals": { "comprehend:ModelKmsKey": "{{Key}}" } }
            },
            {
              "Effect": "Deny", "Action": "comprehend:UpdateFlywheel", "Resource": "*",
              "Condition": {
                "ArnNotEquals": { "comprehend:ModelKmsKey": "{{Key}}" },
                "Null": { "comprehend:ModelKmsKey": "false" }
              }
            }
          ]
        }
        """,
        GuardrailTemplate.Deny(new Guardrail { ModelKmsKey = [KeyArn.Parse(Key)], Action = ["*Flywheel"] }));

    [Fact]
    public void ImportModel_is_among_the_actions_where_the_key_of_the_model_is_required() => Assert.Contains(
        "comprehend:ImportModel",
        GuardrailTemplate.Deny(new Guardrail { RequiredKey = [GuardrailKey.Model] }).Statement.Single().Action);

    [Fact]
    public void Values_and_actions_that_are_given_twice_stand_once()
    {
        Guardrail twice = new()
        {
            RequiredKey = [GuardrailKey.Volume, GuardrailKey.Volume],
            VolumeKmsKey = [KeyArn.Parse(Key), KeyArn.Parse(Key)],
            Action = ["CreateFlywheel", "comprehend:createflywheel", "Create?lywheel"],
        };

        PolicyStatement statement = Assert.Single(GuardrailTemplate.Deny(twice).Statement);

        Assert.Equal(["comprehend:CreateFlywheel"], statement.Action);
        Assert.Equal([Key], Assert.Single(statement.Condition).Value);
    }

    [Fact]
    public void Keys_keep_their_partition()
    {
        string key = Key.Replace("arn:aws:", "arn:aws-us-gov:", StringComparison.Ordinal);

        PolicyDocument policy = GuardrailTemplate.Deny(new Guardrail { VolumeKmsKey = [KeyArn.Parse(key)] });

        Assert.All(policy.Statement, statement => Assert.Equal([key], statement.Condition[0].Value));
    }

    [Fact]
    public void Nothing_required() => AssertRefused("NothingRequired", new Guardrail { Action = ["ImportModel"] });

    [Theory]
    [InlineData("CreateClassifier")]
    [InlineData("kms:Decrypt")]
    [InlineData("Make*")]
    [InlineData("")]
    public void Unknown_actions(string action) => AssertRefused("UnknownAction", s_volume with { Action = ["CreateFlywheel", action] });

    [Theory]
    [InlineData("ImportModel")]
    [InlineData("PutResourcePolicy")]
    [InlineData("Describe*")]
    [InlineData("CreateFlywheel PutResourcePolicy")]
    [InlineData("UpdateFlywheel")]
    [InlineData("CreateFlywheel UpdateFlywheel")]
    public void An_action_of_which_nothing_can_be_required(string actions)
    {
        SharingException error = AssertRefused("RequirementNotEnforceable", s_volume with { Action = [.. actions.Split(' ')] });

        Assert.Contains("comprehend:VolumeKmsKey cannot be required of " + actions.Split(' ')[^1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_none_of_the_actions_can_carry()
    {
        Guardrail guardrail = new()
        {
            RequiredKey = [GuardrailKey.Volume, GuardrailKey.Output],
            Action = ["CreateEntityRecognizer", "CreateFlywheel"],
        };

        SharingException error = AssertRefused("RequirementNotEnforceable", guardrail);

        Assert.Contains("comprehend:OutputKmsKey cannot be required of CreateEntityRecognizer, CreateFlywheel,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_one_of_the_named_actions_cannot_carry_is_a_gap()
    {
        Guardrail guardrail = new()
        {
            RequiredKey = [GuardrailKey.Volume, GuardrailKey.Output],
            Action = ["CreateEntityRecognizer", "CreateDocumentClassifier", "Start*Job"],
        };

        Assert.Equal(
            ["comprehend:CreateEntityRecognizer: comprehend:OutputKmsKey"],
            GuardrailTemplate.FindGaps(guardrail).Select(gap => gap.ToString()));
        Assert.Empty(GuardrailTemplate.FindGaps(s_first));
        Assert.Empty(GuardrailTemplate.FindGaps(s_volume));
    }

    [Theory]
    [InlineData("sg-")]
    [InlineData("sg-*")]
    [InlineData("subnet-0123456789abcdef0")]
    [InlineData("SG-0123456789abcdef0")]
    [InlineData("sg-0123456789abcdef0123456789abcdef0")]
    [InlineData("sg-0123,sg-4567")]
    [InlineData("${aws:username}")]
    [InlineData("")]
    public void Ids_of_no_security_group(string id)
    {
        SharingException error = AssertRefused("InvalidNetworkId", new Guardrail { SecurityGroupId = [.. GuardrailRequests.Groups, id] });

        Assert.Contains($"'{id}' is not the id of a security group", error.Message, StringComparison.Ordinal);
        Assert.Equal(id, error.Target);
    }

    [Fact]
    public void Ids_of_no_subnet() =>
        Assert.Contains("subnet-", AssertRefused("InvalidNetworkId", new Guardrail { SubnetId = ["sg-0123456789abcdef0"] }).Recommendation, StringComparison.Ordinal);

    private static SharingException AssertRefused(string errorId, Guardrail guardrail)
    {
        SharingException error = Assert.Throws<SharingException>(() => GuardrailTemplate.Deny(guardrail));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(ErrorKind.InvalidArgument, error.Kind);
        Assert.NotEmpty(error.Recommendation);
        Assert.Equal(error.Message, Assert.Throws<SharingException>(() => GuardrailTemplate.Allow(guardrail)).Message);
        return error;
    }
}
