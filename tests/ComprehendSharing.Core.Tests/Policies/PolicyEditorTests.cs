using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyEditorTests
{
    private static readonly PolicyStatement s_new = new()
    {
        Sid = "New",
        Effect = PolicyEffect.Deny,
        Action = ["c:D", "e:F"],
        Condition = [new PolicyCondition("Bool", "x:y", ["true"])],
    };

    public static TheoryData<string> Policies { get; } = new(
        """{"Statement":[]}""",
        """{"Statement":[ ]}""",
        "{\"Statement\":[\r\n\t]}",
        """{"Statement":{"Effect":"Allow"}}""",
        "{\"Statement\": {\n  \"Effect\":\"Allow\"\n} }",
        "{\"Statement\":\n\t{\r\n\"Effect\":\"Allow\"}\r\n}",
        """{"Statement":[{"Effect":"Allow"}]}""",
        """{"Statement":[ {"Effect":"Allow"} ]}""",
        """{"Statement":[{"Effect":"Allow"} , {"Effect":"Deny"}]}""",
        """{"Statement":[{"Effect":"Allow"} ,{"Effect":"Deny"} ]}""",
        """{"Statement":[{"Effect":"Allow"},{"Effect":"Deny"} , {"Effect":"Deny"}]}""",
        "{\"Statement\":[{\n\"Effect\":\"Allow\"\n} ,\n{\n\"Effect\":\"Deny\"\n}]}",
        """{"Statement":{"Effect":"Allow","Condition":{"Bool":{"a:b":true,"c:d":["x"],"e:f":["x" , "y"],"g:h":[],"i:j":[ ],"k:l":"x"}}}}""",
        """{"Statement":[{"Effect":"Allow","Condition":{"S":{"a:b":[ 5 ],"A:B":["5" ],"c:d":["x","x"],"e:f":["x" , "x"], "g:h" : "\u0041" }}}]}""");

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_was_added_is_taken_out_to_the_byte(string text)
    {
        EditUndo.AssertStatementsComeBack(PolicyDocument.Parse(text));
        EditUndo.AssertConditionValuesComeBack(PolicyDocument.Parse(text));
    }

    [Fact]
    public void In_any_policy_an_added_statement_is_taken_out_to_the_byte() =>
        Property.Holds(PolicyTexts.Policy, text => EditUndo.AssertStatementsComeBack(PolicyDocument.Parse(text)), times: 500);

    [Fact]
    public void In_any_policy_an_added_condition_value_is_taken_out_to_the_byte() =>
        Property.Holds(PolicyTexts.Policy, text => EditUndo.AssertConditionValuesComeBack(PolicyDocument.Parse(text)), times: 300);

    [Fact]
    public void The_removal_of_one_statement_leaves_the_text_of_the_others() => Property.Holds(PolicyTexts.Policy, text =>
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        for (int index = 0; index < document.Statement.Count; index++)
        {
            PolicyDocument rest = document.RemoveAt(index);
            Assert.Equal(document.Statement.Where((_, place) => place != index), rest.Statement);
            Assert.Equal((document.Version, document.Id, document.UnknownMember), (rest.Version, rest.Id, rest.UnknownMember));
        }
    });

    [Fact]
    public void A_statement_is_added_behind_the_others() => Property.Holds(PolicyTexts.Policy, text =>
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        PolicyDocument more = document.Add(s_new);
        Assert.Equal(document.Statement, more.Statement.SkipLast(1));
        Statements.AssertSameContent(s_new, more.Statement[^1]);
        Assert.Equal((document.Version, document.Id, document.UnknownMember), (more.Version, more.Id, more.UnknownMember));
    });

    [Fact]
    public void In_an_indented_policy_the_new_statement_stands_on_lines_of_its_own()
    {
        const string before =
            """
            {
                "Statement": [
                    {
                        "Effect": "Allow"
                    }
                ]
            }
            """;
        const string after =
            """
            {
                "Statement": [
                    {
                        "Effect": "Allow"
                    },
                    {
                      "Sid": "New",
                      "Effect": "Deny",
                      "Action": ["c:D", "e:F"],
                      "Condition": {
                        "Bool": {
                          "x:y": "true"
                        }
                      }
                    }
                ]
            }
            """;
        Assert.Equal(after, PolicyDocument.Parse(before).Add(s_new).ToJson());
        Assert.Equal(
            after.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("    ", "\t", StringComparison.Ordinal),
            PolicyDocument.Parse(before.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("    ", "\t", StringComparison.Ordinal))
                .Add(s_new).ToJson().Replace("    ", "\t", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_policy_with_CRLF_every_new_line_break_is_CRLF()
    {
        string text = PolicyDocument.Parse("{\"Statement\": {\r\n  \"Effect\": \"Allow\"\r\n}}").Add(s_new).Add(s_new).ToJson();
        Assert.DoesNotMatch("(?<!\r)\n", text);
        Assert.StartsWith("{\"Statement\": [{\r\n  \"Effect\": \"Allow\"\r\n} ,\r\n{\r\n  \"Sid\": \"New\",\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_in_one_line_stays_in_one_line()
    {
        const string added = """{"Sid":"New","Effect":"Deny","Action":["c:D","e:F"],"Condition":{"Bool":{"x:y":"true"}}}""";
        Assert.Equal(
            $$"""{"Statement":[{"Effect":"Allow"},{{added}}]}""",
            PolicyDocument.Parse("""{"Statement":[{"Effect":"Allow"}]}""").Add(s_new).ToJson());
        Assert.Equal($$"""{"Statement":[{{added}}]}""", PolicyDocument.Parse("""{"Statement":[]}""").Add(s_new).ToJson());
        Assert.Equal(
            $$"""{"Statement":[{"Effect":"Allow"} ,{{added}}]}""",
            PolicyDocument.Parse("""{"Statement":{"Effect":"Allow"}}""").Add(s_new).ToJson());
    }

    [Fact]
    public void A_statement_that_was_read_keeps_its_strings_in_another_policy()
    {
        const string sid = "a\u0085b\u2028c\u2029d";
        PolicyStatement statement = PolicyDocument.Parse($"{{\"Statement\":{{\"Sid\":\"{sid}\",\r\n\"Effect\":\"Allow\"}}}}").Statement[0];
        PolicyDocument indented = PolicyDocument.Parse("{\"Statement\":[\n  {\n    \"Effect\": \"Deny\"\n  }\n]}").Add(statement);
        Assert.Equal(sid, indented.Statement[1].Sid);
        Assert.Equal(sid, PolicyDocument.Parse(PolicyDocument.Create(statement).ToJson()).Statement[0].Sid);
    }

    [Fact]
    public void The_only_statement_can_be_removed()
    {
        Assert.Equal("""{"Statement": [] }""", PolicyDocument.Parse("""{"Statement": {"Effect":"Allow"} }""").RemoveAt(0).ToJson());
        Assert.Equal("""{"Statement": [ ] }""", PolicyDocument.Parse("""{"Statement": [{"Effect":"Allow"} ] }""").RemoveAt(0).ToJson());
    }

    [Theory]
    [InlineData("""{"Statement":[]}""", 0)]
    [InlineData("""{"Statement":{"Effect":"Allow"}}""", 1)]
    [InlineData("""{"Statement":[{"Effect":"Allow"}]}""", 1)]
    [InlineData("""{"Statement":[{"Effect":"Allow"}]}""", -1)]
    [InlineData("""{"Statement":[{"Effect":"Allow"} ,{"Effect":"Deny"}]}""", 2)]
    [InlineData("""{"Statement":[{"Effect":"Allow"},{"Effect":"Deny"}]}""", int.MaxValue)]
    public void A_statement_that_is_not_there_cannot_be_removed(string text, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PolicyDocument.Parse(text).RemoveAt(index));

    [Theory]
    [InlineData("""["x", "y", "z"]""", "x", """["y", "z"]""")]
    [InlineData("""["x", "y", "z"]""", "y", """["x", "z"]""")]
    [InlineData("""["x", "y", "z"]""", "z", """["x", "y"]""")]
    [InlineData("""[ "x" , "y" ]""", "y", """[ "x" ]""")]
    public void A_principal_is_taken_out_of_a_list(string list, string value, string rest)
    {
        const string text = """{"Statement":[{"Effect":"Allow","Principal":{"Service":"s","AWS":LIST}}]}""";
        PolicyDocument document = PolicyDocument.Parse(text.Replace("LIST", list, StringComparison.Ordinal));
        Assert.Equal(
            text.Replace("LIST", rest, StringComparison.Ordinal),
            PolicyEditor.RemovePrincipal(document, 0, new PrincipalEntry("AWS", value)).ToJson());
    }
}
