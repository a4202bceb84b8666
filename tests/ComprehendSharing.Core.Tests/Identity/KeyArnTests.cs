using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class KeyArnTests
{
    private const string Prefix = "arn:aws:kms:us-west-2:111122223333:";
    private const string Id = "1234abcd-12ab-34cd-56ef-1234567890ab";

    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData(Prefix + "key/" + Id, "aws", "us-west-2", Id, false)]
    [InlineData(Prefix + "key/mrk-1234abcd12ab34cd56ef1234567890ab", "aws", "us-west-2", "mrk-1234abcd12ab34cd56ef1234567890ab", true)]
    [InlineData("arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/" + Id, "aws-us-gov", "us-gov-west-1", Id, false)]
    [InlineData("arn:aws-iso:kms:us-iso-east-1:111122223333:key/A", "aws-iso", "us-iso-east-1", "A", false)]
    public void A_key_ARN_has_these_parts(string text, string partition, string region, string keyId, bool isMultiRegion)
    {
        KeyArn arn = KeyArn.Parse(text);
        Assert.Equal((partition, region, keyId, isMultiRegion), (arn.Partition, arn.Region, arn.KeyId, arn.IsMultiRegion));
        Assert.Equal("111122223333", arn.AccountId.Value);
        Assert.Equal(text, arn.ToString());
        Assert.True(KeyArn.TryParse(text, out KeyArn? again));
        Assert.Equal(arn, again);
        Assert.Equal(arn.GetHashCode(), again.GetHashCode());
        Assert.False(KeyArn.IsAlias(text));
    }

    [Theory]
    [InlineData("alias/my-key")]
    [InlineData("alias/aws/comprehend")]
    [InlineData("alias/")]
    [InlineData(Prefix + "alias/my-key")]
    [InlineData("arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/my-key")]
    public void An_alias_is_refused_as_such(string text)
    {
        Refusal.Of(text, "KeyAliasNotSupported", () => KeyArn.Parse(text));
        Assert.True(KeyArn.IsAlias(text));
        Assert.False(KeyArn.TryParse(text, out _));
    }

    [Theory]
    [InlineData(Id, "six parts")]
    [InlineData("mrk-1234abcd12ab34cd56ef1234567890ab", "six parts")]
    [InlineData("key/" + Id, "six parts")]
    [InlineData("arn:aws:s3:us-west-2:111122223333:key/" + Id, "service 's3'")]
    [InlineData("arn:azure:kms:us-west-2:111122223333:key/" + Id, "partition 'azure'")]
    [InlineData("arn:aws:kms::111122223333:key/" + Id, "'' is not a region")]
    [InlineData("arn:aws:kms:*:111122223333:key/" + Id, "'*' is not a region")]
    [InlineData("arn:aws:kms:us-west-2:1111:key/" + Id, "'1111' is not an account id")]
    [InlineData("arn:aws:kms:us-west-2:１１１１２２２２３３３３:key/" + Id, "not ASCII")]
    [InlineData(Prefix + "key/", "'key/' is not key/ and a key id")]
    [InlineData(Prefix + "key/*", "'key/*' is not key/ and a key id")]
    [InlineData(Prefix + "key/1234?", "'key/1234?' is not key/ and a key id")]
    [InlineData(Prefix + "key/a/b", "'key/a/b' is not key/ and a key id")]
    [InlineData(Prefix + "Key/a", "'Key/a' is not key/ and a key id")]
    [InlineData(Prefix + "grant/a", "'grant/a' is not key/ and a key id")]
    [InlineData(Prefix + "key/" + Id + "\n", "white space")]
    public void What_is_no_key_ARN_is_refused_with_the_reason(string text, string reason)
    {
        SharingException error = Refusal.Of(text, "InvalidKeyArn", () => KeyArn.Parse(text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidKeyArn", () => KeyArn.Parse(text!));
        Assert.False(KeyArn.TryParse(text, out KeyArn? arn));
        Assert.Null(arn);
        Assert.False(KeyArn.IsAlias(text));
    }

    [Fact]
    public void A_key_id_has_at_most_256_characters()
    {
        string longest = Prefix + "key/" + new string('a', 256);
        Assert.Equal(256, KeyArn.Parse(longest).KeyId.Length);
        Refusal.Of(longest + "a", "InvalidKeyArn", () => KeyArn.Parse(longest + "a"));
    }

    [Theory]
    [InlineData(Id, true)]
    [InlineData("mrk-1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("alias/x", false)]
    [InlineData("1234\n", false)]
    [InlineData("*", false)]
    [InlineData("１", false)]
    public void A_key_id_has_letters_digits_and_hyphens(string? text, bool expected) => Assert.Equal(expected, KeyArn.IsKeyId(text));

    [Fact]
    public void ARNs_are_equal_by_text()
    {
        Assert.NotEqual(KeyArn.Parse(Prefix + "key/a"), KeyArn.Parse(Prefix + "key/A"));
        Assert.NotEqual(KeyArn.Parse(Prefix + "key/a"), KeyArn.Parse("arn:aws:kms:us-east-1:111122223333:key/a"));
    }
}
