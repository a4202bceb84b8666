using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Evaluation;

public sealed class DerivedKeysTests
{
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string User = "arn:aws:iam::444455556666:user/team/jane";
    private const string Session = "arn:aws:sts::444455556666:assumed-role/Importer/monday";

    [Theory]
    [InlineData("aws:PrincipalArn", User, Key, User)]
    [InlineData("AWS:principalarn", User, Key, User)]
    [InlineData("aws:PrincipalArn", "444455556666", Key, "arn:aws:iam::444455556666:root")]
    [InlineData("aws:PrincipalAccount", Session, Key, "444455556666")]
    [InlineData("aws:PrincipalType", Session, Key, "AssumedRole")]
    [InlineData("aws:username", User, Key, "jane")]
    [InlineData("aws:username", Session, Key, null)]
    [InlineData("aws:PrincipalIsAWSService", "comprehend.amazonaws.com", Key, "true")]
    [InlineData("aws:PrincipalServiceName", "comprehend.amazonaws.com", Key, "comprehend.amazonaws.com")]
    [InlineData("aws:ResourceAccount", User, Key, "111122223333")]
    [InlineData("aws:ResourceAccount", User, "arn:aws:s3:::bucket", null)]
    [InlineData("aws:RequestedRegion", User, Key, "us-west-2")]
    [InlineData("kms:CallerAccount", User, Key, "444455556666")]
    [InlineData("aws:SourceIp", User, Key, null)]
    public void A_key_that_follows_from_the_request_is_in_it(string key, string principal, string resource, string? expected)
    {
        ValueList<string>? values = View(principal, resource).Find(key, out string? problem);

        Assert.Null(problem);
        Assert.Equal(expected, values is null ? null : Assert.Single(values));
    }

    [Theory]
    [InlineData("aws:PrincipalArn", Session, Key)]
    [InlineData("aws:PrincipalArn", "444455556666", "*")]
    [InlineData("aws:userid", User, Key)]
    [InlineData("aws:RequestedRegion", User, "arn:aws:s3:::bucket")]
    [InlineData("aws:RequestedRegion", User, "*")]
    public void What_is_in_every_request_and_does_not_follow_is_asked_for(string key, string principal, string resource)
    {
        Assert.Null(View(principal, resource).Find(key, out string? problem));
        Assert.EndsWith("give it in the context", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_caller_says_has_precedence()
    {
        AccessRequest request = new(
            PolicyPrincipal.Parse(Session), "kms:Decrypt", Key, RequestContext.Empty.With("AWS:PrincipalARN", "arn:aws:iam::444455556666:role/ml/Importer"));

        Assert.Equal(["arn:aws:iam::444455556666:role/ml/Importer"], new RequestView(request).Find("aws:PrincipalArn", out string? problem));
        Assert.Null(problem);
    }

    private static RequestView View(string principal, string resource) =>
        new(new AccessRequest(PolicyPrincipal.Parse(principal), "kms:Decrypt", resource, RequestContext.Empty));
}
