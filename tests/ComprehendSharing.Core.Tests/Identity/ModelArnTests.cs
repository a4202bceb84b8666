using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class ModelArnTests
{
    private const string Prefix = "arn:aws:comprehend:us-west-2:111122223333:";

    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData(Prefix + "document-classifier/name/version/v1", "aws", "us-west-2", ModelKind.DocumentClassifier, "name", "v1")]
    [InlineData(Prefix + "document-classifier/name", "aws", "us-west-2", ModelKind.DocumentClassifier, "name", null)]
    [InlineData(Prefix + "entity-recognizer/N-1/version/2", "aws", "us-west-2", ModelKind.EntityRecognizer, "N-1", "2")]
    [InlineData(Prefix + "entity-recognizer/version", "aws", "us-west-2", ModelKind.EntityRecognizer, "version", null)]
    [InlineData(Prefix + "entity-recognizer/version/version/version", "aws", "us-west-2", ModelKind.EntityRecognizer, "version", "version")]
    [InlineData(
        "arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:document-classifier/a/version/b",
        "aws-us-gov", "us-gov-west-1", ModelKind.DocumentClassifier, "a", "b")]
    [InlineData(
        "arn:aws-iso:comprehend:us-iso-east-1:111122223333:entity-recognizer/a",
        "aws-iso", "us-iso-east-1", ModelKind.EntityRecognizer, "a", null)]
    [InlineData(
        "arn:aws-cn:comprehend:cn-north-1:111122223333:entity-recognizer/a/version/b",
        "aws-cn", "cn-north-1", ModelKind.EntityRecognizer, "a", "b")]
    public void A_model_ARN_has_these_parts(
        string text, string partition, string region, ModelKind kind, string name, string? versionName)
    {
        ModelArn arn = ModelArn.Parse(text);
        Assert.Equal((partition, region, kind), (arn.Partition, arn.Region, arn.Kind));
        Assert.Equal((name, versionName, versionName is not null), (arn.Name, arn.VersionName, arn.HasVersion));
        Assert.Equal("111122223333", arn.AccountId.Value);
        Assert.Equal(text, arn.ToString());
        Assert.Equal(arn, ModelArn.Create(partition, region, arn.AccountId, kind, name, versionName));
        Assert.True(ModelArn.TryParse(text, out ModelArn? again));
        Assert.Equal(arn.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("arn:amazon:comprehend:us-west-2:111122223333:document-classifier/n", "partition 'amazon'")]
    [InlineData("arn:aws-:comprehend:us-west-2:111122223333:document-classifier/n", "partition 'aws-'")]
    [InlineData("arn:AWS:comprehend:us-west-2:111122223333:document-classifier/n", "partition 'AWS'")]
    [InlineData("arn:*:comprehend:us-west-2:111122223333:document-classifier/n", "partition '*'")]
    [InlineData("arn:aws:sagemaker:us-west-2:111122223333:document-classifier/n", "service 'sagemaker'")]
    [InlineData("arn:aws:comprehend::111122223333:document-classifier/n", "'' is not a region")]
    [InlineData("arn:aws:comprehend:us_west:111122223333:document-classifier/n", "'us_west' is not a region")]
    [InlineData("arn:aws:comprehend:*:111122223333:document-classifier/n", "'*' is not a region")]
    [InlineData("arn:aws:comprehend:us-west-2::document-classifier/n", "'' is not an account id")]
    [InlineData("arn:aws:comprehend:us-west-2:11112222333:document-classifier/n", "'11112222333' is not an account id")]
    [InlineData("arn:aws:comprehend:us-west-2:*:document-classifier/n", "'*' is not an account id")]
    [InlineData(Prefix + "flywheel/n", "'flywheel' is neither")]
    [InlineData(Prefix + "Document-Classifier/n", "'Document-Classifier' is neither")]
    [InlineData(Prefix + "document-classifier-endpoint/n", "'document-classifier-endpoint' is neither")]
    [InlineData(Prefix + "document-classifier", "comes a name")]
    [InlineData(Prefix + "document-classifier/n/v1", "comes a name")]
    [InlineData(Prefix + "document-classifier/n/version", "comes a name")]
    [InlineData(Prefix + "document-classifier/n/Version/v1", "comes a name")]
    [InlineData(Prefix + "document-classifier/n/version/v1/", "comes a name")]
    [InlineData(Prefix + "document-classifier/n/version/v1/x", "comes a name")]
    [InlineData(Prefix + "document-classifier/", "the name ''")]
    [InlineData(Prefix + "document-classifier/n/version/", "the name ''")]
    [InlineData(Prefix + "document-classifier/-n", "the name '-n'")]
    [InlineData(Prefix + "document-classifier/n-", "the name 'n-'")]
    [InlineData(Prefix + "document-classifier/n_1", "the name 'n_1'")]
    [InlineData(Prefix + "document-classifier/*", "the name '*'")]
    [InlineData(Prefix + "document-classifier/n/version/*", "the name '*'")]
    [InlineData(Prefix + "document-classifier/n:1", "the name 'n:1'")]
    [InlineData(Prefix + "document-classifier/n\n", "white space")]
    [InlineData(Prefix + "document-classifier/ｎ", "not ASCII")]
    public void What_is_no_model_ARN_is_refused_with_the_reason(string text, string reason)
    {
        SharingException error = Refusal.Of(text, "InvalidModelArn", () => ModelArn.Parse(text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidModelArn", () => ModelArn.Parse(text!));
        Assert.False(ModelArn.TryParse(text, out ModelArn? arn));
        Assert.Null(arn);
    }

    [Fact]
    public void Names_have_at_most_63_characters()
    {
        string name = new('n', 63);
        string version = new('v', 63);
        ModelArn arn = ModelArn.Parse($"{Prefix}document-classifier/{name}/version/{version}");
        Assert.Equal((name, version), (arn.Name, arn.VersionName));

        foreach (string text in new[] { $"{Prefix}document-classifier/{name}n", $"{Prefix}document-classifier/n/version/{version}v" })
        {
            SharingException error = Refusal.Of(text, "InvalidModelArn", () => ModelArn.Parse(text));
            Assert.Contains("1 to 63", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_model_ARN_has_at_most_256_characters()
    {
        string rest = $":111122223333:entity-recognizer/{new string('n', 63)}/version/{new string('v', 63)}";
        string head = "arn:aws:comprehend:";
        string longest = head + new string('r', 256 - head.Length - rest.Length) + rest;
        Assert.Equal(256, ModelArn.Parse(longest).ToString().Length);

        string longer = longest.Replace("arn:aws:comprehend:", "arn:aws:comprehend:r", StringComparison.Ordinal);
        SharingException error = Refusal.Of(longer, "InvalidModelArn", () => ModelArn.Parse(longer));
        Assert.Contains("257 characters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:comprehend:x", "us-west-2", "n", null)]
    [InlineData("aws", "us-west-2:1", "n", null)]
    [InlineData("aws", "us-west-2", "n/version/v", "v")]
    [InlineData("aws", "us-west-2", "", null)]
    [InlineData("aws", "us-west-2", "n", "")]
    [InlineData("aws", "us-west-2", "n*", "v")]
    public void An_ARN_cannot_be_built_from_bad_parts(string partition, string region, string name, string? version)
    {
        AccountId account = AccountId.Parse("111122223333");
        SharingException error = Assert.Throws<SharingException>(
            () => ModelArn.Create(partition, region, account, ModelKind.EntityRecognizer, name, version));
        Assert.Equal("InvalidModelArn", error.ErrorId);
    }

    [Theory]
    [InlineData("n", true)]
    [InlineData("a-b", true)]
    [InlineData("9", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("a-", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("é", false)]
    [InlineData("１", false)]
    public void A_name_has_letters_digits_and_inner_hyphens(string? name, bool expected) => Assert.Equal(expected, ModelArn.IsName(name));

    [Theory]
    [InlineData("document-classifier/n", "document-classifier/N")]
    [InlineData("document-classifier/n", "entity-recognizer/n")]
    [InlineData("document-classifier/n", "document-classifier/n/version/v")]
    public void ARNs_that_differ_are_not_equal(string left, string right) =>
        Assert.NotEqual(ModelArn.Parse(Prefix + left), ModelArn.Parse(Prefix + right));
}
