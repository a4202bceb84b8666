using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class KeyReferenceTests
{
    private const string Id = "1234abcd-12ab-34cd-56ef-1234567890ab";

    [Theory]
    [InlineData(Id, Id)]
    [InlineData("mrk-1234abcd12ab34cd56ef1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab")]
    [InlineData("arn:aws:kms:us-west-2:111122223333:key/" + Id, Id)]
    public void An_id_or_an_ARN_prints_as_it_was_read(string text, string id)
    {
        KeyReference key = KeyReference.Parse(text);
        Assert.Equal((text, text, id), (key.Value, key.ToString(), key.KeyId));
    }

    [Theory]
    [InlineData("alias/models")]
    [InlineData("arn:aws:kms:us-west-2:111122223333:alias/models")]
    public void An_alias_is_refused_as_such(string text) =>
        Refusal.Of(text, "KeyAliasNotSupported", () => KeyReference.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a key")]
    [InlineData("arn:aws:s3:::bucket")]
    public void Anything_else_is_refused(string text) => Refusal.Of(text, "InvalidKeyArn", () => KeyReference.Parse(text));
}
