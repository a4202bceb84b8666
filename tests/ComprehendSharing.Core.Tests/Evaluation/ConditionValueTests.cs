using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>How the operators read values: dates, numbers, addresses, bytes, and texts with variables.</summary>
public sealed class ConditionValueTests
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Unclear = "unclear";

    [Theory]
    [InlineData("2020", "2020-01-01T00:00:00Z", Yes)]
    [InlineData("2020-06", "2020-06-01T00:00Z", Yes)]
    [InlineData("2020-06-01", "20200601", Yes)]
    [InlineData("2020-06-01T12:30Z", "2020-06-01T12:30:00Z", Yes)]
    [InlineData("2020-06-01T12:30:00.5Z", "2020-06-01T12:30:00.500Z", Yes)]
    [InlineData("2020-06-01T12:30:00.5Z", "2020-06-01T12:30:00Z", No)]
    [InlineData("2020-06-01T12:30:00+02:00", "2020-06-01T10:30:00Z", Yes)]
    [InlineData("2020-06-01T12:30:00", "2020-06-01T12:30:00Z", Yes)]
    [InlineData("20130930T231548Z", "2013-09-30T23:15:48Z", Yes)]
    [InlineData("1577836800", "2020-01-01T00:00:00Z", Yes)]
    [InlineData("1577836800", "1577836801", No)]
    [InlineData("2020-01-01", "yesterday", No)]
    [InlineData("2020-01-01", "", No)]
    [InlineData("2020-13-01", "2020-01-01", Unclear)]
    [InlineData("yesterday", "2020-01-01", Unclear)]
    [InlineData("", "2020-01-01", Unclear)]
    [InlineData("99999999999999999", "2020-01-01", Unclear)]
    [InlineData("99999999999999999999", "2020-01-01", Unclear)]
    public void Dates(string expected, string actual, string answer) => Assert.Equal(answer, Compare("DateEquals", expected, actual));

    [Theory]
    [InlineData("10", "10.0", Yes)]
    [InlineData("10.50", "10.5", Yes)]
    [InlineData("-1", "-1", Yes)]
    [InlineData("1e1", "10", Yes)]
    [InlineData("10", "ten", No)]
    [InlineData("10", "", No)]
    [InlineData("10", "10 ", No)]
    [InlineData("0x10", "16", Unclear)]
    [InlineData("1,000", "1000", Unclear)]
    [InlineData("1e400", "1", Unclear)]
    [InlineData("", "0", Unclear)]
    public void Numbers(string expected, string actual, string answer) => Assert.Equal(answer, Compare("NumericEquals", expected, actual));

    [Theory]
    [InlineData("0.0.0.0/0", "198.51.100.1", Yes)]
    [InlineData("0.0.0.0/0", "2001:db8::1", No)]
    [InlineData("::/0", "2001:db8::1", Yes)]
    [InlineData("::/0", "198.51.100.1", No)]
    [InlineData("10.1.2.3/8", "10.255.0.1", Yes)]
    [InlineData("10.0.0.0/8", "11.0.0.0", No)]
    [InlineData("10.0.2.0/23", "10.0.3.255", Yes)]
    [InlineData("10.0.2.0/23", "10.0.4.0", No)]
    [InlineData("10.0.0.2/31", "10.0.0.3", Yes)]
    [InlineData("10.0.0.2/31", "10.0.0.4", No)]
    [InlineData("10.0.0.2/32", "10.0.0.2", Yes)]
    [InlineData("10.0.0.2/32", "10.0.0.3", No)]
    [InlineData("2001:DB8::/33", "2001:db8:7fff::1", Yes)]
    [InlineData("2001:DB8::/33", "2001:db8:8000::1", No)]
    [InlineData("2001:db8::1/128", "2001:0db8:0:0:0:0:0:1", Yes)]
    [InlineData("2001:db8::1/128", "2001:db8::2", No)]
    [InlineData("10.0.0.0/8", "ten", No)]
    [InlineData("10.0.0.0/8", "10.1", No)]
    [InlineData("10.0.0.0/33", "10.0.0.0", Unclear)]
    [InlineData("2001:db8::/129", "2001:db8::", Unclear)]
    [InlineData("10.0.0.0/-1", "10.0.0.0", Unclear)]
    [InlineData("10.0.0.0/", "10.0.0.0", Unclear)]
    [InlineData("10.0.0.0/8/8", "10.0.0.0", Unclear)]
    [InlineData("10/8", "10.0.0.0", Unclear)]
    [InlineData("10.*", "10.0.0.0", Unclear)]
    public void Addresses(string expected, string actual, string answer) => Assert.Equal(answer, Compare("IpAddress", expected, actual));

    [Theory]
    [InlineData("QUFB", "QUFB", Yes)]
    [InlineData("QUFB", "QUFC", No)]
    [InlineData("QUFB", "QUFBQQ==", No)]
    [InlineData("", "", Yes)]
    [InlineData("QUFB", "QUF", No)]
    [InlineData("QUF", "QUFB", Unclear)]
    [InlineData("not base64!", "QUFB", Unclear)]
    public void Bytes(string expected, string actual, string answer) => Assert.Equal(answer, Compare("BinaryEquals", expected, actual));

    [Theory]
    [InlineData("${x:Name}", "jane", Yes)]
    [InlineData("a-${x:Name}-${x:Name}", "a-jane-jane", Yes)]
    [InlineData("${X:NAME}", "jane", Yes)]
    [InlineData("${x:Star}", "anything", No)]
    [InlineData("${x:Star}", "*", Yes)]
    [InlineData("${x:Star}*", "*anything", Yes)]
    [InlineData("${*}", "*", Yes)]
    [InlineData("${*}", "a", No)]
    [InlineData("${?}", "?", Yes)]
    [InlineData("${?}", "a", No)]
    [InlineData("${$}{x:Name}", "${x:Name}", Yes)]
    [InlineData("$x", "$x", Yes)]
    [InlineData("${x:Missing, 'a b'}", "a b", Yes)]
    [InlineData("${x:Missing,'a'}", "a", Yes)]
    [InlineData("${x:Missing, '*'}", "a", No)]
    [InlineData("${x:Missing, ''}", "", Yes)]
    [InlineData("${x:Name, 'a'}", "a", No)]
    [InlineData("${x:Empty, 'a'}", "a", Yes)]
    [InlineData("${x:Missing}", "", No)]
    [InlineData("${x:Missing}", "${x:Missing}", No)]
    [InlineData("${x:Many}", "a", Unclear)]
    [InlineData("${}", "a", Unclear)]
    [InlineData("${x:Missing, a}", "a", Unclear)]
    [InlineData("${x:Missing, '}", "a", Unclear)]
    [InlineData("${x:Name", "jane", Unclear)]
    public void Variables(string expected, string actual, string answer) => Assert.Equal(answer, Compare("StringLike", expected, actual));

    private static string Compare(string name, string expected, string actual)
    {
        PolicyStatement statement = new()
        {
            Effect = PolicyEffect.Allow,
            Action = ["*"],
            Resource = ["*"],
            Condition = [new PolicyCondition(name, "x:Key", [expected])],
        };
        AccessRequest request = new(
            PolicyPrincipal.Parse("arn:aws:iam::111122223333:user/jane"),
            "s3:GetObject",
            "*",
            RequestContext.Empty.With("x:Key", actual).With("x:Name", "jane").With("x:Star", "*").With("x:Many", "a", "b").With("x:Empty"));
        PolicyDocument policy = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{statement.ToJson()}}}""");

        AccessDecision decision = AccessEvaluator.Evaluate(request, new PolicySet { IdentityPolicy = [policy] });

        return decision.Explanation[0].Outcome switch
        {
            StatementOutcome.Matches => Yes,
            StatementOutcome.NotDecided => Unclear,
            _ => No,
        };
    }
}
