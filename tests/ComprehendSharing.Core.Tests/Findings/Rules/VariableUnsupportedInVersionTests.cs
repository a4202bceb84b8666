using ComprehendSharing.Findings;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class VariableUnsupportedInVersionTests
{
    private const string Code = "VARIABLE_UNSUPPORTED_IN_VERSION";

    private const string Statement = """
        {
          "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home", "arn:aws:s3:::home/${aws:username}/*"],
          "Condition": { "StringEquals": { "aws:ResourceTag/owner": "${aws:userid}" } }
        }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\"Version\": \"2008-10-17\",")]
    public void Variables_in_a_resource_and_a_condition(string version)
    {
        IReadOnlyList<Finding> findings = RuleRun.OnPolicy(Code, $$"""{ {{version}} "Statement": {{Statement}} }""");

        Assert.Equal(
            ["Statement[0].Resource[1]", "Statement[0].Condition.StringEquals.aws:ResourceTag/owner"],
            findings.Select(finding => finding.Path));
        Assert.Contains("${aws:username}", findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(FindingSeverity.Error, findings[0].Severity);
    }

    [Fact]
    public void The_new_version_has_variables() =>
        Assert.Empty(RuleRun.OnPolicy(Code, $$"""{ "Version": "2012-10-17", "Statement": {{Statement}} }"""));

    [Theory]
    [InlineData("arn:aws:s3:::home/$username")]
    [InlineData("arn:aws:s3:::home/{username}")]
    public void What_is_no_variable(string resource) => Assert.Empty(RuleRun.OnPolicy(
        Code, $$"""{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "{{resource}}" } }"""));
}
