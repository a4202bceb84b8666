using System.Text.Json.Nodes;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyWriterTests
{
    [Fact]
    public void A_policy_is_written_with_its_objects_on_lines_and_its_lists_in_one()
    {
        PolicyDocument document = PolicyDocument.Create(
            new PolicyStatement
            {
                Sid = "One \"é\"",
                Effect = PolicyEffect.Allow,
                Principal = [new PrincipalEntry("AWS", "111122223333"), new PrincipalEntry("AWS", "444455556666"), new PrincipalEntry("Service", "s")],
                Action = ["a:B"],
                Resource = ["*", "arn:aws:s3:::b"],
                Condition =
                [
                    new PolicyCondition("StringEquals", "x:y", ["1", "2"]),
                    new PolicyCondition("StringEquals", "x:z", ["\\"]),
                    new PolicyCondition("Null", "x:y", ["false"]),
                ],
            },
            new PolicyStatement { Effect = PolicyEffect.Deny, NotAction = ["c:D"], UnknownMember = ["\"N\":1"] });
        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "One \"é\"",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": ["111122223333", "444455556666"],
                    "Service": "s"
                  },
                  "Action": "a:B",
                  "Resource": ["*", "arn:aws:s3:::b"],
                  "Condition": {
                    "StringEquals": {
                      "x:y": ["1", "2"],
                      "x:z": "\\"
                    },
                    "Null": {
                      "x:y": "false"
                    }
                  }
                },
                {
                  "Effect": "Deny",
                  "NotAction": "c:D",
                  "N":1
                }
              ]
            }
            """,
            document.ToJson());
        Assert.Equal(("2012-10-17", null), (document.Version, document.Id));
    }

    [Fact]
    public void A_policy_without_statements_can_be_read() =>
        Assert.Empty(PolicyDocument.Parse(PolicyDocument.Create().ToJson()).Statement);

    [Fact]
    public void What_was_made_reads_back_to_the_same_content() => Property.Holds(Statements.Some, statements =>
    {
        PolicyDocument made = PolicyDocument.Create(statements);
        foreach (string text in new[] { made.ToJson(), made.ToCompactJson() })
        {
            PolicyDocument read = PolicyDocument.Parse(text);
            Assert.Equal(PolicyDocument.CurrentVersion, read.Version);
            Assert.Equal(statements.Length, read.Statement.Count);
            foreach ((PolicyStatement expected, PolicyStatement actual) in statements.Zip(read.Statement))
            {
                Statements.AssertSameContent(expected, actual);
            }
        }
    });

    [Fact]
    public void What_was_read_can_be_made_anew() => Property.Holds(PolicyTexts.Policy, text =>
    {
        foreach (PolicyStatement statement in PolicyDocument.Parse(text).Statement)
        {
            PolicyStatement anew = PolicyDocument.Create(statement with { }).Statement[0];
            Statements.AssertSameContent(statement, anew);
            Statements.AssertSameContent(statement, PolicyDocument.Parse(PolicyDocument.Create(anew).ToJson()).Statement[0]);
        }
    });

    [Fact]
    public void A_compact_policy_says_the_same_in_one_line() => Property.Holds(PolicyTexts.Policy, text =>
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        string compact = document.ToCompactJson();
        Assert.DoesNotContain('\n', compact);
        Assert.DoesNotContain('\r', compact);
        Assert.DoesNotContain('\t', compact);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(compact)));
        Assert.Equal(compact, PolicyWriter.Compact(compact));
        Assert.True(PolicyComparer.AreEquivalent(document, PolicyDocument.Parse(compact)));
    });

    [Theory]
    [InlineData("{ }", "{}")]
    [InlineData(" \t\r\n[ 1 ,\n2 ]\r\n", "[1,2]")]
    [InlineData("{ \"a b\" : \" c \" }", "{\"a b\":\" c \"}")]
    [InlineData("[ \"\\\" , \" , 1 ]", "[\"\\\" , \",1]")]
    [InlineData("[ \"\\\\\" , \" \" ]", "[\"\\\\\",\" \"]")]
    [InlineData("[ \"\\\\\\\" x\" , 1 ]", "[\"\\\\\\\" x\",1]")]
    [InlineData("[ \"\u00a0\u2028\" ]", "[\"\u00a0\u2028\"]")]
    public void Compact_takes_out_only_white_space_between_tokens(string text, string compact) =>
        Assert.Equal(compact, PolicyWriter.Compact(text));

    [Fact]
    public void A_made_statement_is_written_in_lines_or_in_one()
    {
        PolicyStatement statement = new() { Effect = PolicyEffect.Allow, Action = ["a:B", "c d"] };
        Assert.Equal("{\n  \"Effect\": \"Allow\",\n  \"Action\": [\"a:B\", \"c d\"]\n}", PolicyWriter.WriteStatement(statement, indented: true));
        Assert.Equal("{\"Effect\":\"Allow\",\"Action\":[\"a:B\",\"c d\"]}", PolicyWriter.WriteStatement(statement, indented: false));
    }
}
