// AWS's own examples about sharing and guarding models have defects. Each is found; the policies are rendered anew, with no more than it takes.
using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings;

public sealed class SourceDocumentDefectsTests
{
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private const string OneAllowForAll = $$"""
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Action": ["comprehend:CreateDocumentClassifier", "comprehend:CreateEntityRecognizer", "comprehend:Start*Job"],
            "Resource": "*",
            "Condition": {
              "ArnEquals": {
                "comprehend:VolumeKmsKey": "{{Key}}",
                "comprehend:ModelKmsKey": "{{Key}}",
                "comprehend:OutputKmsKey": "{{Key}}"
              },
              "ForAllValues:StringLike": {
                "comprehend:VpcSecurityGroupIds": ["sg-11a111111a1example"],
                "comprehend:VpcSubnets": ["subnet-11111aaa"]
              }
            }
          }
        }
        """;

    // As an Allow with "false" it requires all keys, as the text says. Turned into a Deny with "true" it requires only one.
    [Theory]
    [InlineData("Allow", "false", 0)]
    [InlineData("Deny", "true", 1)]
    public void The_guardrail_whose_Null_lists_several_keys(string effect, string isMissing, int expected)
    {
        string policy = $$"""
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "{{effect}}", "Action": "comprehend:CreateDocumentClassifier", "Resource": "*",
                "Condition": {
                  "Null": {
                    "comprehend:VolumeKmsKey": "{{isMissing}}", "comprehend:OutputKmsKey": "{{isMissing}}",
                    "comprehend:ModelKmsKey": "{{isMissing}}", "comprehend:VpcSubnets": "{{isMissing}}"
                  }
                }
              }
            }
            """;

        Finding[] findings = [.. PolicyChecker.Check(policy, PolicyKind.IdentityPolicy)];

        Assert.Equal(expected, findings.Count(finding => finding.Code == "NULL_REQUIRES_ALL_MISSING"));
        Assert.Equal(expected, findings.Length);
    }

    [Fact]
    public void The_one_Allow_that_denies_every_job_and_every_recognizer()
    {
        Finding[] findings = Find(OneAllowForAll, "UNSUPPORTED_ACTION_FOR_CONDITION_KEY");

        Finding model = Assert.Single(findings, finding => finding.Path == "Statement[0].Condition.ArnEquals.comprehend:ModelKmsKey");
        Assert.Contains("comprehend:StartDocumentClassificationJob", model.Message, StringComparison.Ordinal);
        Assert.Contains("never allows", model.Message, StringComparison.Ordinal);
        Assert.Equal(10, model.Line);
        Finding output = Assert.Single(findings, finding => finding.Path == "Statement[0].Condition.ArnEquals.comprehend:OutputKmsKey");
        Assert.Contains("comprehend:CreateEntityRecognizer", output.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForAllValues_under_Allow() => Assert.Equal(
        ["comprehend:VpcSecurityGroupIds", "comprehend:VpcSubnets"],
        Find(OneAllowForAll, "FOR_ALL_VALUES_WITHOUT_NULL_GUARD").Select(finding => finding.Path.Split('.')[^1]));

    [Fact]
    public void The_alias_as_a_volume_key()
    {
        string policy = OneAllowForAll.Replace(
            $"\"comprehend:VolumeKmsKey\": \"{Key}\"",
            "\"comprehend:VolumeKmsKey\": \"arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias\"",
            StringComparison.Ordinal);

        Finding finding = Assert.Single(Find(policy, "ALIAS_IN_KMS_KEY_CONDITION"));

        Assert.Contains("alias/ExampleAlias", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_without_its_last_brace()
    {
        string policy = OneAllowForAll[..^1];

        Finding finding = Assert.Single(PolicyChecker.Check(policy, PolicyKind.IdentityPolicy));

        Assert.Equal(("INVALID_POLICY", FindingSeverity.Error), (finding.Code, finding.Severity));
        Assert.Contains("the end of the text", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sharing_page_compares_an_ARN_as_a_text()
    {
        const string Policy = """
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
                "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*",
                "Condition": { "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" } }
              }
            }
            """;

        Finding finding = Assert.Single(
            PolicyChecker.Check(Policy, PolicyKind.KeyPolicy), finding => finding.Code == "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS");

        Assert.Equal(("Statement[0].Condition.StringLike.aws:SourceArn", 6), (finding.Path, finding.Line));
        Assert.Contains("arn:aws:comprehend:*:*:*", finding.Recommendation, StringComparison.Ordinal);
    }

    private static Finding[] Find(string policy, string code) =>
        [.. PolicyChecker.Check(policy, PolicyKind.IdentityPolicy).Where(finding => finding.Code == code)];
}
