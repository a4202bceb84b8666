using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyReaderTests
{
    private const string Full =
        "\t{\r\n  \"Id\" : \"key-\\u0041\",\"Note\": { \"by\" : [ 1 , null ] },\r\n\t\"Statement\":[ {\"Sid\":\"Grüße an ÿ\",\"Effect\"\n:\n\"Deny\","
        + "\"NotPrincipal\":{\"AWS\":[\"111122223333\",\"arn:aws:iam::444455556666:role/r\"],\"Service\":\"s3.amazonaws.com\"},"
        + "\"NotAction\":\"a:\\u0042\",\"NotResource\":[ ],\"X-Y\":\"a  b\","
        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true},\"NumericLessThan\":{\"n:m\":[ 5,\"6\",-1.50E2 ],\"n:o\":[]},\"Null\":{}}}"
        + ",{ \"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"a:B\",\"c:*\"],\"Resource\":\"*\"}],\"Version\":\"2008-10-17\" }\r\n";

    [Fact]
    public void A_policy_prints_as_it_was_read()
    {
        Assert.Equal(Full, PolicyDocument.Parse(Full).ToJson());
        Assert.Equal(Full, PolicyDocument.Parse(Full).ToString());
        Assert.Equal(Full, PolicyReader.Read(Full).ToJson());
    }

    [Fact]
    public void A_policy_has_the_elements_of_its_text()
    {
        PolicyDocument document = PolicyDocument.Parse(Full);
        Assert.Equal(("2008-10-17", "key-A"), (document.Version, document.Id));
        Assert.Equal(["\"Note\":{\"by\":[1,null]}"], document.UnknownMember);
        Assert.Equal(2, document.Statement.Count);
        Statements.AssertSameContent(
            new PolicyStatement
            {
                Sid = "Grüße an ÿ",
                Effect = PolicyEffect.Deny,
                NotPrincipal =
                [
                    new PrincipalEntry("AWS", "111122223333"),
                    new PrincipalEntry("AWS", "arn:aws:iam::444455556666:role/r"),
                    new PrincipalEntry("Service", "s3.amazonaws.com"),
                ],
                NotAction = ["a:B"],
                Condition =
                [
                    new PolicyCondition("Bool", "aws:SecureTransport", ["true"]),
                    new PolicyCondition("NumericLessThan", "n:m", ["5", "6", "-1.50E2"]),
                    new PolicyCondition("NumericLessThan", "n:o", []),
                ],
                UnknownMember = ["\"X-Y\":\"a  b\""],
            },
            document.Statement[0]);
        Statements.AssertSameContent(
            new PolicyStatement
            {
                Effect = PolicyEffect.Allow,
                Principal = [new PrincipalEntry("AWS", "*")],
                Action = ["a:B", "c:*"],
                Resource = ["*"],
            },
            document.Statement[1]);
    }

    [Fact]
    public void A_statement_prints_as_it_was_read()
    {
        PolicyDocument document = PolicyDocument.Parse(Full);
        Assert.Equal("{ \"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"a:B\",\"c:*\"],\"Resource\":\"*\"}", document.Statement[1].ToJson());
        Assert.Contains(document.Statement[0].ToString(), Full, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_statement_needs_no_list()
    {
        const string text = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"a:B\"}}";
        PolicyDocument document = PolicyDocument.Parse(text);
        Assert.Equal(text, document.ToJson());
        Assert.Equal(["a:B"], Assert.Single(document.Statement).Action);
        Assert.Null(document.Version);
        Assert.Null(document.Id);
    }

    [Fact]
    public void A_policy_may_have_no_statement() => Assert.Empty(PolicyDocument.Parse("{\"Statement\":[ ]}").Statement);

    [Theory]
    [InlineData("\"*\"", "AWS", "*", PrincipalKind.Everyone)]
    [InlineData("{\"AWS\":\"*\"}", "AWS", "*", PrincipalKind.Everyone)]
    [InlineData("{\"AWS\":\"111122223333\"}", "AWS", "111122223333", PrincipalKind.Account)]
    [InlineData("{\"AWS\":\"AROADBQP57FF2AEXAMPLE\"}", "AWS", "AROADBQP57FF2AEXAMPLE", PrincipalKind.UniqueId)]
    [InlineData("{\"Service\":[\"kms.amazonaws.com\"]}", "Service", "kms.amazonaws.com", PrincipalKind.Service)]
    [InlineData("{\"Service\":\"111122223333\"}", "Service", "111122223333", null)]
    [InlineData("{\"Service\":\"*\"}", "Service", "*", null)]
    [InlineData("{\"AWS\":\"kms.amazonaws.com\"}", "AWS", "kms.amazonaws.com", null)]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:role/*\"}", "AWS", "arn:aws:iam::111122223333:role/*", null)]
    [InlineData("{\"Federated\":\"accounts.google.com\"}", "Federated", "accounts.google.com", null)]
    [InlineData("{\"CanonicalUser\":\"111122223333\"}", "CanonicalUser", "111122223333", null)]
    [InlineData("{\"Nobody\":\"x\"}", "Nobody", "x", null)]
    public void A_principal_is_understood_where_it_can_be(string principal, string type, string value, PrincipalKind? kind)
    {
        PolicyDocument document = PolicyDocument.Parse($"{{\"Statement\":{{\"Effect\":\"Allow\",\"Principal\":{principal}}}}}");
        PrincipalEntry entry = Assert.Single(document.Statement[0].Principal);
        Assert.Equal((type, value, kind), (entry.Type, entry.Value, entry.Principal?.Kind));
        Assert.Equal(kind == PrincipalKind.Everyone, entry.IsEveryone);
        Assert.Equal(value, entry.ToString());
    }

    [Fact]
    public void Nothing_is_no_policy() => Assert.Throws<ArgumentNullException>(() => PolicyDocument.Parse(null!));

    [Fact]
    public void The_size_is_in_bytes_of_UTF_8() =>
        Assert.Equal(28, PolicyDocument.Parse("{\"Statement\":[],\"é\":\"😀\"}").ByteCount);

    [Fact]
    public void Documents_are_equal_by_text()
    {
        Assert.Equal(PolicyDocument.Parse(Full), PolicyDocument.Parse(Full));
        Assert.Equal(PolicyDocument.Parse(Full).GetHashCode(), PolicyDocument.Parse(Full).GetHashCode());
        Assert.NotEqual(PolicyDocument.Parse(Full), PolicyDocument.Parse(Full + " "));
    }

    [Fact]
    public void Any_policy_prints_as_it_was_read() =>
        Property.Holds(PolicyTexts.Policy, text => Assert.Equal(text, PolicyDocument.Parse(text).ToJson()), times: 500);
}
