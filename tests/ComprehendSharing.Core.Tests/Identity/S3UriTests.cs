using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class S3UriTests
{
    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3://my.bucket-1/a/b c/Datei ä.csv", "my.bucket-1", "a/b c/Datei ä.csv")]
    [InlineData("s3://b23//x", "b23", "/x")]
    public void A_URI_has_these_parts(string text, string bucket, string prefix)
    {
        S3Uri uri = S3Uri.Parse(text);
        Assert.Equal((bucket, prefix, text), (uri.Bucket, uri.Prefix, uri.ToString()));
        Assert.Equal(uri, S3Uri.Parse(text));
        Assert.Equal($"arn:aws-us-gov:s3:::{bucket}", uri.BucketArn("aws-us-gov"));
        Assert.Equal($"arn:aws:s3:::{bucket}/{prefix}", uri.ObjectArn("aws"));
    }

    [Fact]
    public void It_has_at_most_1024_characters()
    {
        string longest = "s3://bucket/".PadRight(S3Uri.MaxLength, 'a');
        Assert.Equal(longest, S3Uri.Parse(longest).Value);
        Refusal.Of(longest + "a", "InvalidS3Uri", () => S3Uri.Parse(longest + "a"));
    }

    [Theory]
    [InlineData("bucket/prefix")]
    [InlineData("S3://bucket/prefix")]
    [InlineData("s3:/bucket")]
    [InlineData("s3://")]
    [InlineData("s3:///prefix")]
    [InlineData("s3://ab/prefix")]
    [InlineData("s3://Bucket/prefix")]
    [InlineData("s3://bucket_1/prefix")]
    [InlineData("s3://-bucket/prefix")]
    [InlineData("s3://bucket./prefix")]
    [InlineData("s3://bucket*/prefix")]
    [InlineData("s3://bucket/a\nb")]
    [InlineData("https://bucket.s3.amazonaws.com/prefix")]
    [InlineData("arn:aws:s3:::bucket/prefix")]
    [InlineData("s3://a23456789012345678901234567890123456789012345678901234567890abcd/x")]
    [MemberData(nameof(Hostile))]
    public void What_is_no_place_for_Comprehend_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidS3Uri", () => S3Uri.Parse(text!));
        Assert.False(S3Uri.TryParse(text, out S3Uri? uri));
        Assert.Null(uri);
    }
}
