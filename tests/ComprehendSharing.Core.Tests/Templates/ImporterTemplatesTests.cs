// The importing guide's examples, with ARNs where it has wildcards.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class ImporterTemplatesTests
{
    private static readonly ModelArn s_model = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/v1");
    private static readonly KeyArn s_key = KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private static readonly AccountId s_importer = AccountId.Parse("444455556666");

    [Fact]
    public void The_caller_may_import_the_version_of_the_source_account() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Action": ["comprehend:ImportModel"],
            "Resource": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/v1"
          }]
        }
        """,
        PolicyDocument.Create(ImporterTemplates.CallerPolicy(s_model, s_importer, passedRole: null).Statement[0]));

    [Fact]
    public void The_caller_may_pass_a_role_of_the_own_account_to_Comprehend_only() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": "comprehend:ImportModel",
              "Resource": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/v1"
            },
            {
              "Effect": "Allow",
              "Action": "iam:PassRole",
              "Resource": "arn:aws:iam::444455556666:role/*",
              "Condition": { "StringEquals": { "iam:PassedToService": "comprehend.amazonaws.com" } }
            },
            {
              "Effect": "Allow",
              "Action": "comprehend:DescribeDocumentClassifier",
              "Resource": "arn:aws:comprehend:us-west-2:444455556666:document-classifier/*"
            },
            {
              "Effect": "Allow",
              "Action": "comprehend:ListDocumentClassifiers",
              "Resource": "*"
            }
          ]
        }
        """,
        ImporterTemplates.CallerPolicy(s_model, s_importer, passedRole: "arn:aws:iam::444455556666:role/*"));

    [Fact]
    public void The_role_creates_grants_freely_and_decrypts_through_S3() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["kms:CreateGrant"],
              "Resource": ["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"]
            },
            {
              "Effect": "Allow",
              "Action": ["kms:Decrypt", "kms:GenerateDatakey"],
              "Resource": ["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
              "Condition": { "StringEquals": { "kms:ViaService": ["s3.us-west-2.amazonaws.com"] } }
            }
          ]
        }
        """,
        ImporterTemplates.RolePolicy(s_key));

    [Fact]
    public void The_role_trusts_Comprehend_on_behalf_of_the_importing_account() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [{
            "Effect": "Allow",
            "Principal": { "Service": "comprehend.amazonaws.com" },
            "Action": "sts:AssumeRole",
            "Condition": { "StringEquals": { "aws:SourceAccount": "444455556666" } }
          }]
        }
        """,
        ImporterTemplates.RoleTrustPolicy(s_importer));

    [Fact]
    public void The_role_uses_the_key_of_the_copy_too_when_it_has_one() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["kms:CreateGrant"],
              "Resource": ["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:kms:us-west-2:444455556666:key/99999999-12ab-34cd-56ef-1234567890ab"]
            },
            {
              "Effect": "Allow",
              "Action": ["kms:Decrypt", "kms:GenerateDatakey"],
              "Resource": ["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:kms:us-west-2:444455556666:key/99999999-12ab-34cd-56ef-1234567890ab"],
              "Condition": { "StringEquals": { "kms:ViaService": ["s3.us-west-2.amazonaws.com"] } }
            }
          ]
        }
        """,
        ImporterTemplates.RolePolicy(s_key, KeyArn.Parse("arn:aws:kms:us-west-2:444455556666:key/99999999-12ab-34cd-56ef-1234567890ab")));

    [Theory]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/v1", "arn:aws:comprehend:us-west-2:444455556666:document-classifier/*")]
    [InlineData("arn:aws-cn:comprehend:cn-north-1:111122223333:entity-recognizer/foo", "arn:aws-cn:comprehend:cn-north-1:444455556666:entity-recognizer/*")]
    public void The_caller_may_tag_copies_in_the_own_account_only_when_asked(string model, string copies)
    {
        PolicyDocument policy = ImporterTemplates.CallerPolicy(ModelArn.Parse(model), s_importer, passedRole: null, allowTagging: true);
        Assert.Equal(4, policy.Statement.Count);
        Assert.Equal(("comprehend:TagResource", copies), (Assert.Single(policy.Statement[1].Action), Assert.Single(policy.Statement[1].Resource)));
        Assert.DoesNotContain("TagResource", ImporterTemplates.CallerPolicy(ModelArn.Parse(model), s_importer, "arn:aws:iam::444455556666:role/*").ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_partition_comes_from_the_model()
    {
        ModelArn model = ModelArn.Parse("arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo/version/v1");
        PolicyDocument policy = ImporterTemplates.CallerPolicy(model, s_importer, passedRole: ImporterTemplates.AnyRole(model.Partition, s_importer));
        Assert.Equal("arn:aws-us-gov:iam::444455556666:role/*", Assert.Single(policy.Statement[1].Resource));
        Assert.DoesNotContain("arn:aws:", policy.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_Sid_is_one_that_IAM_accepts()
    {
        PolicyDocument[] policies = [ImporterTemplates.CallerPolicy(s_model, s_importer, passedRole: "arn:aws:iam::444455556666:role/*"), ImporterTemplates.RolePolicy(s_key)];
        foreach (PolicyDocument policy in policies)
        {
            string[] sids = [.. policy.Statement.Select(statement => statement.Sid).OfType<string>()];
            Assert.Equal(sids.Distinct(), sids);
            Assert.All(sids, sid => Assert.Matches("^[A-Za-z0-9]+$", sid));
        }
    }
}
