// The owning guide's IAM example, and what managing the key needs besides.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class OwnerTemplatesTests
{
    private const int IdentityPolicy = 0;

    private static readonly ModelArn s_model = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/v1");
    private static readonly KeyArn s_key = KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    public static TheoryData<string> Forms { get; } = new(GuidePages.Forms);

    [GuidePagesTheory]
    [MemberData(nameof(Forms))]
    public void The_first_statement_is_that_of_the_page(string form)
    {
        PolicyDocument example = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{GuidePages.Examples(form)[IdentityPolicy]}}}""");
        Meaning.AssertSame(example, PolicyDocument.Create(OwnerTemplates.ManagePolicies(s_model, s_key).Statement[0]));
    }

    [Fact]
    public void The_owner_manages_model_policies_describes_models_and_edits_the_key_policy() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": ["comprehend:PutResourcePolicy", "comprehend:DeleteResourcePolicy", "comprehend:DescribeResourcePolicy"],
              "Resource": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/*"
            },
            {
              "Effect": "Allow",
              "Action": "comprehend:DescribeDocumentClassifier",
              "Resource": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/foo/version/*"
            },
            {
              "Effect": "Allow",
              "Action": "comprehend:ListDocumentClassifiers",
              "Resource": "*"
            },
            {
              "Effect": "Allow",
              "Action": ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
              "Resource": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
            }
          ]
        }
        """,
        OwnerTemplates.ManagePolicies(s_model, s_key));

    [Fact]
    public void Without_a_key_nothing_is_said_of_KMS()
    {
        PolicyDocument policy = OwnerTemplates.ManagePolicies(s_model, key: null);
        Assert.Equal(3, policy.Statement.Count);
        Assert.DoesNotContain("kms", policy.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo/version/v1", "arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo/version/*")]
    [InlineData("arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo", "arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo, arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/foo/version/*")]
    public void Partition_kind_and_versions_come_from_the_model(string model, string resources)
    {
        PolicyDocument policy = OwnerTemplates.ManagePolicies(ModelArn.Parse(model), key: null);
        Assert.All(policy.Statement.Take(2), statement => Assert.Equal(resources, string.Join(", ", statement.Resource)));
        Assert.Equal(["comprehend:DescribeEntityRecognizer"], policy.Statement[1].Action);
        Assert.Equal(("comprehend:ListEntityRecognizers", "*"), (Assert.Single(policy.Statement[2].Action), Assert.Single(policy.Statement[2].Resource)));
        Assert.All(policy.Statement, statement => Assert.Matches("^[A-Za-z0-9]+$", statement.Sid));
    }
}
