using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class ModelPolicyTemplateTests
{
    [Fact]
    public void The_policy_allows_ImportModel_and_nothing_else() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Principal": {
              "AWS": ["111122223333", "arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole"]
            },
            "Action": "comprehend:ImportModel",
            "Resource": "*"
          }
        }
        """,
        Create(
            "arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole"));

    [Fact]
    public void A_service_stands_under_Service() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": {
            "Effect": "Allow",
            "Principal": { "AWS": "111122223333", "Service": "comprehend.amazonaws.com" },
            "Action": "comprehend:ImportModel",
            "Resource": "*"
          }
        }
        """,
        Create("comprehend.amazonaws.com", "111122223333"));

    [Fact]
    public void A_Sid_is_written_where_one_is_given()
    {
        IEnumerable<PolicyPrincipal> principals = [PolicyPrincipal.Parse("111122223333")];
        Assert.Equal("Mine", ModelPolicyTemplate.Create(principals, "Mine").Statement[0].Sid);
        Assert.Null(ModelPolicyTemplate.Create(principals).Statement[0].Sid);
    }

    [Fact]
    public void A_principal_that_is_given_twice_stands_once() =>
        Assert.Equal("444455556666", $"{Create("444455556666", "arn:aws:iam::444455556666:root").Statement[0].Principal}");

    [Theory]
    [InlineData("NoPrincipal")]
    [InlineData("PublicPrincipal", "444455556666", "*")]
    [InlineData("StalePrincipal", "444455556666", "AIDACKCEVSQ6C2EXAMPLE")]
    [InlineData("StalePrincipal", "AROACKCEVSQ6C2EXAMPLE")]
    public void Refused_principals(string errorId, params string[] principals) =>
        Failure.Of(errorId, () => Create(principals));

    private static PolicyDocument Create(params string[] principals) => ModelPolicyTemplate.Create(principals.Select(PolicyPrincipal.Parse));
}
