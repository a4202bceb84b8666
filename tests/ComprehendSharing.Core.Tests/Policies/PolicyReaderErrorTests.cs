// JSON that is no policy: each element with each wrong type, and where the error points.
using System.Globalization;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyReaderErrorTests
{
    private const string Texts = " is a string or a list of strings";
    private const string Values = " is a string, a number, true, false or a list of these";

    [Theory]
    [InlineData("null", 1, "a policy is an object, {…}")]
    [InlineData("[]", 1, "a policy is an object, {…}")]
    [InlineData("\"x\"", 1, "a policy is an object, {…}")]
    [InlineData(" 5", 2, "a policy is an object, {…}")]
    [InlineData("{ }", 3, "expected the member \"Statement\" before the end of the policy")]
    [InlineData("{\"statement\":[]}", 16, "expected the member \"Statement\" before the end of the policy")]
    [InlineData("{\"Version\":2012,\"Statement\":[]}", 12, "\"Version\" is a string")]
    [InlineData("{\"Version\":null,\"Statement\":[]}", 12, "\"Version\" is a string")]
    [InlineData("{\"Id\": [\"a\"],\"Statement\":[]}", 8, "\"Id\" is a string")]
    [InlineData("{\"Statement\":null}", 14, "\"Statement\" is an object or a list of objects")]
    [InlineData("{\"Statement\":\"x\"}", 14, "\"Statement\" is an object or a list of objects")]
    [InlineData("{\"Statement\":true}", 14, "\"Statement\" is an object or a list of objects")]
    [InlineData("{\"Statement\":[[]]}", 15, "a statement is an object, {…}")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Deny\"}, null]}", 34, "a statement is an object, {…}")]
    [InlineData("{\"Statement\":{}}", 14, "this statement has no \"Effect\"")]
    [InlineData("{\"Statement\":[{\"effect\":\"Allow\"}]}", 15, "this statement has no \"Effect\"")]
    public void What_is_no_policy_is_refused(string text, int column, string problem) => Refuses(text, 1, column, problem);

    [Theory]
    [InlineData("\"allow\"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("\"DENY\"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("\"Permit\"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("\"Allow \"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("\"\"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("\"0\"", "\"Effect\" is \"Allow\" or \"Deny\", with this case")]
    [InlineData("null", "\"Effect\" is a string")]
    [InlineData("0", "\"Effect\" is a string")]
    [InlineData("[\"Allow\"]", "\"Effect\" is a string")]
    public void An_effect_is_Allow_or_Deny(string value, string problem) =>
        Refuses($"{{\"Statement\":[\n  {{\"Effect\": {value}}}]}}", 2, 14, problem);

    [Theory]
    [InlineData("\"Sid\":", "5", 0, "\"Sid\" is a string")]
    [InlineData("\"Sid\":", "[]", 0, "\"Sid\" is a string")]
    [InlineData("\"Action\":", "null", 0, "\"Action\"" + Texts)]
    [InlineData("\"Action\":", "5", 0, "\"Action\"" + Texts)]
    [InlineData("\"Action\":", "{}", 0, "\"Action\"" + Texts)]
    [InlineData("\"Action\":", "[\"a\", 5]", 6, "\"Action\"" + Texts)]
    [InlineData("\"Action\":", "[[\"a\"]]", 1, "\"Action\"" + Texts)]
    [InlineData("\"NotAction\":", "true", 0, "\"NotAction\"" + Texts)]
    [InlineData("\"Resource\":", "{\"a\":\"b\"}", 0, "\"Resource\"" + Texts)]
    [InlineData("\"NotResource\":", "[null]", 1, "\"NotResource\"" + Texts)]
    [InlineData("\"Principal\":", "\"111122223333\"", 0, "a principal is \"*\" or an object such as {\"AWS\": …}")]
    [InlineData("\"Principal\":", "[\"*\"]", 0, "a principal is \"*\" or an object such as {\"AWS\": …}")]
    [InlineData("\"Principal\":", "null", 0, "a principal is \"*\" or an object such as {\"AWS\": …}")]
    [InlineData("\"Principal\":", "{\"AWS\":111122223333}", 7, "\"AWS\"" + Texts)]
    [InlineData("\"Principal\":", "{\"Service\":[\"s\",{}]}", 16, "\"Service\"" + Texts)]
    [InlineData("\"NotPrincipal\":", "true", 0, "a principal is \"*\" or an object such as {\"AWS\": …}")]
    [InlineData("\"Condition\":", "[]", 0, "\"Condition\" is an object, {operator: {key: value}}")]
    [InlineData("\"Condition\":", "\"x\"", 0, "\"Condition\" is an object, {operator: {key: value}}")]
    [InlineData("\"Condition\":", "{\"Bool\":true}", 8, "\"Bool\" is an object, {key: value}")]
    [InlineData("\"Condition\":", "{\"Bool\":[]}", 8, "\"Bool\" is an object, {key: value}")]
    [InlineData("\"Condition\":", "{\"Bool\":{\"a:b\":null}}", 15, "\"a:b\"" + Values)]
    [InlineData("\"Condition\":", "{\"Bool\":{\"a:b\":{}}}", 15, "\"a:b\"" + Values)]
    [InlineData("\"Condition\":", "{\"Bool\":{\"a:b\":[true,[1]]}}", 21, "\"a:b\"" + Values)]
    public void An_element_has_its_type(string name, string value, int offset, string problem) => Refuses(
        $"{{\"Statement\":[{{\"Effect\":\"Allow\"}},\r\n{{\"Effect\":\"Deny\",{name}{value}}}]}}",
        2,
        18 + name.Length + offset,
        problem);

    [Theory]
    [InlineData("\"Effect\":\"Allow\",\"Effect\":\"Deny\"", 33, "Effect")]
    [InlineData("\"Effect\":\"Deny\",\"Condition\":{\"Bool\":{\"a\":1},\"Bool\":{}}", 60, "Bool")]
    [InlineData("\"Effect\":\"Deny\",\"Condition\":{\"Bool\":{\"a\":1,\"a\":2}}", 59, "a")]
    public void An_element_stands_once(string elements, int column, string name) =>
        Refuses($"{{\"Statement\":[{{{elements}}}]}}", 1, column, $"the member \"{name}\" stands twice in the same object");

    private static void Refuses(string text, int line, int column, string problem)
    {
        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(text));
        string place = string.Create(CultureInfo.InvariantCulture, $"Line {line}, column {column}: ");
        Assert.Equal($"This is not a policy. {place}{problem}.", error.Cause);
        Assert.Equal((line, column, "InvalidPolicy", ErrorKind.InvalidData), (error.Line, error.Column, error.ErrorId, error.Kind));
    }
}
