// Texts that are not JSON, or JSON that is refused: each with the place and with what would have been right.
using System.Globalization;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Json;

public sealed class MalformedTextTests
{
    private const string Sample =
        """
        {
          "Version": "2012-10-17", "Id": "\u0041\"é😀",
          "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*", "111122223333"]}, "Action": "a:B", "Resource": "*",
            "Condition": {"Bool": {"x:y": true}, "NumericLessThan": {"x:z": [-1.5e3, 0, null]}}}]
        }
        """;

    private const string RestOfString = "expected the rest of a string, in which control characters and backslashes are written as escapes";

    [Theory]
    [InlineData("", 1, 1, "expected an object, {…}, found the end of the text")]
    [InlineData(" \r\n ", 2, 2, "expected an object, {…}, found the end of the text")]
    [InlineData("x", 1, 1, "expected an object, {…}, found 'x'")]
    [InlineData("# c\n{}", 1, 1, "expected an object, {…}, found '#'")]
    [InlineData("\uFEFF{}", 1, 1, "expected an object, {…}, found the character U+FEFF")]
    [InlineData("{", 1, 2, "expected a member name in double quotes or '}', found the end of the text")]
    [InlineData("{a:1}", 1, 2, "expected a member name in double quotes or '}', found 'a'")]
    [InlineData("{'a':1}", 1, 2, "expected a member name in double quotes or '}', found '''")]
    [InlineData("{ // c\n}", 1, 3, "expected a member name in double quotes or '}', found '/'")]
    [InlineData("{\n  /* c */\n}", 2, 3, "expected a member name in double quotes or '}', found '/'")]
    [InlineData("{\"a\" 1}", 1, 6, "expected ':' behind the member name, found '1'")]
    [InlineData("{\"a\"}", 1, 5, "expected ':' behind the member name, found '}'")]
    [InlineData("{\"a\":1, \"b\"", 1, 12, "expected ':' behind the member name, found the end of the text")]
    [InlineData("{\"a\":}", 1, 6, "expected a value for \"a\", found '}'")]
    [InlineData("{\"a\":]}", 1, 6, "expected a value for \"a\", found ']'")]
    [InlineData("{\"a\":'x'}", 1, 6, "expected a value for \"a\", found '''")]
    [InlineData("{\"a\":NaN}", 1, 6, "expected a value for \"a\", found 'N'")]
    [InlineData("{\"a\":-Infinity}", 1, 7, "expected a value for \"a\", found 'I'")]
    [InlineData("{\"a\":True}", 1, 6, "expected a value for \"a\", found 'T'")]
    [InlineData("{\"a\":tru€}", 1, 9, "expected a value for \"a\", found '€'")]
    [InlineData("{\"a\":01}", 1, 7, "expected a value for \"a\", found '1'")]
    [InlineData("{\"a\":+1}", 1, 6, "expected a value for \"a\", found '+'")]
    [InlineData("{\"a\":.5}", 1, 6, "expected a value for \"a\", found '.'")]
    [InlineData("{\"a\":1.}", 1, 8, "expected a value for \"a\", found '}'")]
    [InlineData("{\"a\":😀}", 1, 6, "expected a value for \"a\", found '😀'")]
    [InlineData("{\"a\":\u00a01}", 1, 6, "expected a value for \"a\", found the character U+00A0")]
    [InlineData("{\"a\":\0}", 1, 6, "expected a value for \"a\", found the character U+0000")]
    [InlineData("{\"a\":1 \"b\":2}", 1, 8, "expected ',' and another member, or '}', found '\"'")]
    [InlineData("{\"a\":1 /* c */}", 1, 8, "expected ',' and another member, or '}', found '/'")]
    [InlineData("{\"a\":1]", 1, 7, "expected ',' and another member, or '}', found ']'")]
    [InlineData("{\"a\":\"b\"", 1, 9, "expected ',' and another member, or '}', found the end of the text")]
    [InlineData("{\"a\":1,}", 1, 8, "expected another member name in double quotes, found '}' after a trailing comma")]
    [InlineData("{\r\n\"a\":1,\r\n}", 3, 1, "expected another member name in double quotes, found '}' after a trailing comma")]
    [InlineData("{\"é😀\":1, x}", 1, 11, "expected another member name in double quotes, found 'x'")]
    [InlineData("{\"a\":1,,\"b\":2}", 1, 8, "expected another member name in double quotes, found ','")]
    [InlineData("{\"a\":[}", 1, 7, "expected a value or ']', found '}'")]
    [InlineData("{\"a\":[1 2]}", 1, 9, "expected ',' and another value, or ']', found '2'")]
    [InlineData("{\"a\":[1}", 1, 8, "expected ',' and another value, or ']', found '}'")]
    [InlineData("{\"a\":[1,]}", 1, 9, "expected another value, found ']' after a trailing comma")]
    [InlineData("{\"a\":[\n\t1,\n\t]}", 3, 2, "expected another value, found ']' after a trailing comma")]
    [InlineData("{\"a\":[\"b\"", 1, 10, "expected ',' and another value, or ']', found the end of the text")]
    [InlineData("{\"a\":\"b\nc\"}", 1, 8, RestOfString + ", found the character U+000A")]
    [InlineData("{\"a\":\"b\tc\"}", 1, 8, RestOfString + ", found the character U+0009")]
    [InlineData("{\"a\nb\":1}", 1, 4, RestOfString + ", found the character U+000A")]
    [InlineData("{\"a\":\"\\x\"}", 1, 8, RestOfString + ", found 'x'")]
    [InlineData("{\"a\":\"\\u00é0\"}", 1, 11, RestOfString + ", found 'é'")]
    [InlineData("{\"a\":\"abc", 1, 10, RestOfString + ", found the end of the text")]
    [InlineData("{\"a\":\"abc\\", 1, 11, RestOfString + ", found the end of the text")]
    [InlineData("{\"a\":1,", 1, 8, "expected another member name in double quotes, found the end of the text")]
    [InlineData("{\"a\":[1,", 1, 9, "expected another value, found the end of the text")]
    [InlineData("{\"a\":1,,", 1, 8, "expected another member name in double quotes, found ','")]
    [InlineData("{} x", 1, 4, "expected the end of the text, found 'x'")]
    [InlineData("{},", 1, 3, "expected the end of the text, found ','")]
    [InlineData("{\"a\":1}\n}", 2, 1, "expected the end of the text, found '}'")]
    [InlineData("{}\n\n{}", 3, 1, "expected the end of the text, found '{'")]
    [InlineData("{\"a\":1,\n \"b\":2, \"a\":3}", 2, 9, "the member \"a\" stands twice in the same object")]
    [InlineData("{\"é\":1, \"\\u00e9\":2}", 1, 9, "the member \"é\" stands twice in the same object")]
    [InlineData("{\"a\":[{\"b\":{\"c\":1,\"c\":1}}]}", 1, 19, "the member \"c\" stands twice in the same object")]
    [InlineData("{\"a\":\"x\\uD800\"}", 1, 6, "a string with an escape that stands for no character")]
    [InlineData("{\"é😀\": [\"\\uDE00\\uD83D\"]}", 1, 10, "a string with an escape that stands for no character")]
    [InlineData("{\n\"\\uDC00\":1}", 2, 1, "a string with an escape that stands for no character")]
    public void A_malformed_text_is_refused_with_the_place_and_the_reason(string text, int line, int column, string problem) =>
        Refuses(text, line, column, problem);

    // Not as a row of the theory: half of a pair does not survive in the name of a test.
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        const string problem = "half of a surrogate pair is no character";
        Refuses("\ud83d", 1, 1, problem);
        Refuses("{\n\"a\":\"é😀\ud83d\"}", 2, 9, problem);
        Refuses("{\"a\":\"\ude00\"}", 1, 7, problem);
        Refuses("\n\n\ud83d\n", 3, 1, problem);
    }

    [Fact]
    public void No_more_than_64_levels_are_read()
    {
        string deepest = "{\"a\":" + new string('[', 63) + new string(']', 63) + "}";
        Assert.Equal(deepest, JsonSource.Read(deepest, JsonDocumentKind.Policy).Text);

        const string problem = "more than 64 objects and lists stand inside one another";
        Refuses("{\"a\":" + new string('[', 64) + new string(']', 64) + "}", 1, 69, problem);
        Refuses("{\"a\":" + new string('[', 100_000), 1, 69, problem);
        Refuses(string.Concat(Enumerable.Repeat("{\"a\":\n", 65)), 65, 1, problem);
        Refuses("{\"a\":" + new string('[', 63) + "1, {}", 1, 72, problem);
    }

    [Fact]
    public void No_more_than_a_mebibyte_of_characters_is_read()
    {
        string longest = "{}" + new string(' ', JsonSource.MaxLength - 2);
        Assert.Equal(longest, JsonSource.Read(longest, JsonDocumentKind.Policy).Text);
        Refuses(longest + " ", 1, 1, "the text has 1048577 characters, and 1048576 are the most that is read");
    }

    [Fact]
    public void Every_beginning_of_a_policy_is_refused_at_its_end()
    {
        Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(Sample));
        string valid = Sample.Replace(", null", string.Empty, StringComparison.Ordinal);
        Assert.Equal(valid, PolicyDocument.Parse(valid).ToJson());
        for (int length = 0; length < valid.Length; length++)
        {
            string beginning = valid[..length];
            DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(beginning));
            int line = beginning.Count(c => c == '\n') + 1;
            bool isHalf = length > 0 && char.IsHighSurrogate(beginning[^1]);
            Assert.Equal((line, beginning.Length - beginning.LastIndexOf('\n') - (isHalf ? 1 : 0)), (error.Line, error.Column));
            Assert.Equal("InvalidPolicy", error.ErrorId);
            Assert.Contains(isHalf ? "half of a surrogate pair" : "found the end of the text", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_change_of_a_policy_is_read_back_or_refused()
    {
        Gen<string> changed =
            from place in Gen.Choose(0, Sample.Length - 1)
            from length in Gen.Choose(0, 3)
            from inserted in Gen.Elements(
                string.Empty, "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\0", " ", "1", "-", ".", "e", "t", "é", "😀", "\ud800", "\\u", "\\ud800", "/", "null")
            select Sample[..place] + inserted + Sample[Math.Min(place + length, Sample.Length)..];
        Property.Holds(changed, ReadsOrRefuses, times: 3000);
    }

    [Fact]
    public void Any_text_is_read_back_or_refused() =>
        Property.Holds(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null), ReadsOrRefuses, times: 500);

    [Fact]
    public void A_hostile_name_does_not_fill_the_screen()
    {
        string name = new('n', 100_000);
        DocumentFormatException error = Refuses($"{{\"{name}\":1,\"{name}\":2}}", 1, 100_007, "stands twice in the same object");
        Assert.True(error.Message.Length < 500);
        Assert.Contains("the member \"nnnn", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_scenario_has_an_id_of_its_own()
    {
        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => JsonSource.Read("{", JsonDocumentKind.Scenario));
        Assert.Equal("InvalidScenario", error.ErrorId);
        Assert.StartsWith("This is not a scenario. Line 1, column 2: ", error.Message, StringComparison.Ordinal);
    }

    private static DocumentFormatException Refuses(string text, int line, int column, string problem)
    {
        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => PolicyDocument.Parse(text));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Equal("InvalidPolicy", error.ErrorId);
        Assert.Equal(ErrorKind.InvalidData, error.Kind);
        string place = string.Create(CultureInfo.InvariantCulture, $"Line {line}, column {column}: ");
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Recommendation);
        return error;
    }

    private static void ReadsOrRefuses(string text)
    {
        try
        {
            Assert.Equal(text, PolicyDocument.Parse(text).ToJson());
        }
        catch (DocumentFormatException error)
        {
            string[] lines = text.Split('\n');
            Assert.InRange(error.Line, 1, lines.Length);
            Assert.InRange(error.Column, 1, lines[error.Line - 1].Length + 1);
        }
    }
}
