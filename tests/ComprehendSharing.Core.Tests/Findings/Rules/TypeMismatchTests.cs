using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class TypeMismatchTests
{
    private const string Code = "TYPE_MISMATCH";

    [Theory]
    [InlineData("Bool", "aws:SourceVpc", "true", "a text", "StringEquals")]
    [InlineData("StringEquals", "aws:SecureTransport", "true", "a boolean", "Bool")]
    [InlineData("StringEquals", "aws:CurrentTime", "2026-01-31", "a time", "DateLessThan")]
    [InlineData("DateLessThan", "aws:MultiFactorAuthAge", "2026-01-31", "a number", "NumericLessThan")]
    [InlineData("StringLike", "aws:SourceIp", "203.0.113.*", "an IP address", "IpAddress")]
    [InlineData("NumericEquals", "comprehend:ModelKmsKey", "1", "an ARN", "ArnLike")]
    [InlineData("ForAnyValue:Bool", "comprehend:VpcSubnets", "true", "a text", "StringEquals")]
    public void An_operator_of_another_type(string op, string key, string value, string type, string cure)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": \"{value}\" }}"));

        Assert.Equal(($"Statement[0].Condition.{op}.{key}", 3, FindingSeverity.Warning), (finding.Path, finding.Line, finding.Severity));
        Assert.Contains($"{key} is {type}", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bool", "aws:SecureTransport", "yes")]
    [InlineData("Null", "aws:SourceArn", "0")]
    [InlineData("NumericLessThan", "s3:max-keys", "ten")]
    [InlineData("DateGreaterThan", "aws:CurrentTime", "31.01.2026")]
    [InlineData("DateGreaterThan", "aws:CurrentTime", "2026-13-01")]
    [InlineData("IpAddress", "aws:SourceIp", "203.0.113.0/33")]
    [InlineData("NotIpAddress", "aws:SourceIp", "203.0.113.*")]
    [InlineData("IpAddress", "aws:SourceIp", "${aws:VpcSourceIp}")]
    [InlineData("BinaryEquals", "s3:x", "%%%")]
    public void A_value_that_is_none_for_its_operator(string op, string key, string value)
    {
        Finding finding = Assert.Single(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": [\"{value}\"] }}"));

        Assert.Equal($"Statement[0].Condition.{op}.{key}[0]", finding.Path);
        Assert.Contains($"'{value}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bool", "aws:SecureTransport", "\"False\"")]
    [InlineData("Bool", "aws:SecureTransport", "false")]
    [InlineData("BoolIfExists", "aws:MultiFactorAuthPresent", "\"true\"")]
    [InlineData("Null", "aws:SourceArn", "true")]
    [InlineData("NumericLessThan", "aws:MultiFactorAuthAge", "3600")]
    [InlineData("NumericLessThan", "aws:EpochTime", "1800000000")]
    [InlineData("NumericLessThanEquals", "kms:ValidTo", "\"1800000000\"")]
    [InlineData("DateGreaterThan", "aws:CurrentTime", "\"2009-01-31T12:00Z\"")]
    [InlineData("DateGreaterThan", "aws:CurrentTime", "\"2026-01-31T12:00:00.5+01:00\"")]
    [InlineData("DateGreaterThan", "aws:TokenIssueTime", "\"2026-01-31\"")]
    [InlineData("DateGreaterThan", "aws:EpochTime", "1800000000")]
    [InlineData("IpAddress", "aws:SourceIp", "\"203.0.113.0\"")]
    [InlineData("IpAddress", "aws:SourceIp", "\"2001:db8:1234::/48\"")]
    [InlineData("StringNotEquals", "aws:Ec2InstanceSourcePrivateIPv4", "\"${aws:VpcSourceIp}\"")]
    [InlineData("ArnEquals", "kms:EncryptionContext:aws:logs:arn", "\"arn:aws:logs:us-east-1:111122223333:log-group:x\"")]
    [InlineData("StringEquals", "aws:SourceArn", "\"arn:aws:sns:us-east-1:111122223333:x\"")]
    [InlineData("NumericEquals", "s3:max-keys", "\"10\"")]
    [InlineData("BinaryEquals", "s3:x", "\"QmluYXJ5\"")]
    public void Types_that_fit(string op, string key, string value) =>
        Assert.Empty(RuleRun.OnCondition(Code, $"\"{op}\": {{ \"{key}\": {value} }}"));
}
