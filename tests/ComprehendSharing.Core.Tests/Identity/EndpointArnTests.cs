using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class EndpointArnTests
{
    private const string Prefix = "arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/";

    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData(Prefix + "tickets", "tickets")]
    [InlineData("arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer-endpoint/a-1", "a-1")]
    [InlineData(Prefix + "a234567890123456789012345678901234567890", "a234567890123456789012345678901234567890")]
    public void An_endpoint_ARN_has_these_parts(string text, string name)
    {
        EndpointArn arn = EndpointArn.Parse(text);
        Assert.Equal((name, "111122223333", text), (arn.Name, arn.AccountId.Value, arn.Value));
        Assert.Equal(arn, EndpointArn.Parse(text));
        Assert.Equal(text, arn.ToArn().ToString());
    }

    [Theory]
    [InlineData("tickets")]
    [InlineData(Prefix)]
    [InlineData(Prefix + "a/b")]
    [InlineData(Prefix + "-a")]
    [InlineData(Prefix + "*")]
    [InlineData(Prefix + "a2345678901234567890123456789012345678901")]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets")]
    [InlineData("arn:aws:comprehend:us-west-2::document-classifier-endpoint/tickets")]
    [InlineData("arn:aws:comprehend::111122223333:document-classifier-endpoint/tickets")]
    [InlineData("arn:amazon:comprehend:us-west-2:111122223333:document-classifier-endpoint/tickets")]
    [InlineData("arn:aws:sagemaker:us-west-2:111122223333:document-classifier-endpoint/tickets")]
    [MemberData(nameof(Hostile))]
    public void What_is_no_endpoint_ARN_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidEndpointArn", () => EndpointArn.Parse(text!));
        Assert.False(EndpointArn.TryParse(text, out EndpointArn? arn));
        Assert.Null(arn);
    }
}
