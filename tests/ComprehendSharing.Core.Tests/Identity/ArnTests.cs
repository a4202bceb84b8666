using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class ArnTests
{
    [Theory]
    [InlineData("arn:aws:s3:::bucket", "aws", "s3", "", "", "bucket")]
    [InlineData("arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/a", "aws-us-gov", "kms", "us-gov-west-1", "111122223333", "key/a")]
    [InlineData("arn:aws-iso:sns:us-iso-east-1:111122223333:topic:sub:id", "aws-iso", "sns", "us-iso-east-1", "111122223333", "topic:sub:id")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "aws", "iam", "", "aws", "policy/ReadOnlyAccess")]
    [InlineData("arn:aws:s3:::*", "aws", "s3", "", "", "*")]
    [InlineData("arn:aws:x:::::", "aws", "x", "", "", "::")]
    public void An_ARN_has_six_parts(string text, string partition, string service, string region, string account, string resource)
    {
        Arn arn = Arn.Parse(text);
        Assert.Equal((partition, service, region, account), (arn.Partition, arn.Service, arn.Region, arn.Account));
        Assert.Equal(resource, arn.Resource);
        Assert.Equal(text, arn.ToString());
        Assert.Equal(arn, Arn.Parse(text));
        Assert.Equal(arn.GetHashCode(), Arn.Parse(text).GetHashCode());
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("arn", "six parts")]
    [InlineData("arn:aws:s3::bucket", "six parts")]
    [InlineData("ARN:aws:s3:::bucket", "six parts")]
    [InlineData("urn:aws:s3:::bucket", "six parts")]
    [InlineData("arn::s3:::bucket", "partition, service or resource is empty")]
    [InlineData("arn:aws::::bucket", "partition, service or resource is empty")]
    [InlineData("arn:aws:s3:::", "partition, service or resource is empty")]
    [InlineData("arn:aws:s3:::bucket\n", "character 20")]
    [InlineData(" arn:aws:s3:::bucket", "character 1 ")]
    [InlineData("arn:aws:s3:::buc ket", "character 17")]
    [InlineData("arn:aws:s3:::buck\u0000et", "character 18")]
    [InlineData("arn:aws:s3:::bück", "character 15")]
    [InlineData("arn:aws:s3::１:bucket", "character 13")]
    [InlineData("arn:aws:s3:::\ud800", "character 14")]
    [InlineData("arn:aws:s3:::\u007f", "character 14")]
    public void What_is_no_ARN_is_refused_with_the_reason(string? text, string reason)
    {
        SharingException error = Refusal.Of(text, "InvalidArn", () => Arn.Parse(text!));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ARN_has_at_most_2048_characters()
    {
        string longest = "arn:aws:s3:::" + new string('b', Arn.MaxLength - 13);
        Assert.Equal(2048, Arn.Parse(longest).ToString().Length);
        SharingException error = Refusal.Of(longest + "b", "InvalidArn", () => Arn.Parse(longest + "b"));
        Assert.Contains("2049 characters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket", "arn:aws:s3:::Bucket")]
    [InlineData("arn:aws:s3:::bucket", "arn:aws-cn:s3:::bucket")]
    [InlineData("arn:aws:s3:a::bucket", "arn:aws:s3::a:bucket")]
    public void ARNs_that_differ_are_not_equal(string left, string right) => Assert.NotEqual(Arn.Parse(left), Arn.Parse(right));
}
