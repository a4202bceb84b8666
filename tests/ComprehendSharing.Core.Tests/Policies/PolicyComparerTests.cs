using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyComparerTests
{
    // Single quotes stand for double ones; each pair is two statements.
    [Theory]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{ 'Action' : 'a:B' , 'Effect' : 'Allow' }")]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{'Effect':'Allow','Action':['a:B']}")]
    [InlineData("{'Effect':'Allow','Action':['a:B','c:D']}", "{'Effect':'Allow','Action':['c:D','a:B','a:B']}")]
    [InlineData("{'Effect':'Allow','Action':'kms:Decrypt'}", "{'Effect':'Allow','Action':'KMS:decrypt'}")]
    [InlineData("{'Effect':'Allow','NotAction':'kms:Decrypt'}", "{'Effect':'Allow','NotAction':['KMS:DECRYPT']}")]
    [InlineData("{'Effect':'Allow','Resource':['a','b']}", "{'Effect':'Allow','Resource':['b','a']}")]
    [InlineData("{'Effect':'Allow','Principal':'*'}", "{'Effect':'Allow','Principal':{'AWS':'*'}}")]
    [InlineData("{'Effect':'Allow','Principal':'*'}", "{'Effect':'Allow','Principal':{'AWS':['*']}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:root'}}")]
    [InlineData("{'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'}}", "{'Effect':'Deny','NotPrincipal':{'AWS':['arn:aws:iam::111122223333:root']}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'a','Service':'s'}}", "{'Effect':'Allow','Principal':{'Service':['s'],'AWS':['a']}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':true}}}", "{'Effect':'Allow','Condition':{'Bool':{'a:b':'true'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'NumericEquals':{'a:b':5}}}", "{'Effect':'Allow','Condition':{'NumericEquals':{'a:b':['5']}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'aws:SourceArn':'x'}}}", "{'Effect':'Allow','Condition':{'Bool':{'AWS:sourcearn':'x'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k':'x'},'B':{'k':['x','y']}}}", "{'Effect':'Allow','Condition':{'B':{'k':['y','x']},'A':{'k':'x'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k':'x','l':'y'}}}", "{'Effect':'Allow','Condition':{'A':{'l':'y','k':'x'}}}")]
    [InlineData("{'Effect':'Allow','Sid':'\\u0041'}", "{'Effect':'Allow','Sid':'A'}")]
    [InlineData("{'Effect':'Allow','Note':{'a':1}}", "{'Effect':'Allow','Note': { 'a' : 1 } }")]
    public void Statements_that_say_the_same_are_equivalent(string left, string right) => AssertEquivalent(left, right, expected: true);

    [Theory]
    [InlineData("{'Effect':'Allow'}", "{'Effect':'Deny'}")]
    [InlineData("{'Effect':'Allow','Sid':'a'}", "{'Effect':'Allow','Sid':'A'}")]
    [InlineData("{'Effect':'Allow','Sid':'a'}", "{'Effect':'Allow'}")]
    [InlineData("{'Effect':'Allow','Resource':'arn:aws:s3:::b'}", "{'Effect':'Allow','Resource':'arn:aws:s3:::B'}")]
    [InlineData("{'Effect':'Allow','Resource':'a'}", "{'Effect':'Allow','NotResource':'a'}")]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{'Effect':'Allow','NotAction':'a:B'}")]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{'Effect':'Allow','Action':['a:B','c:D']}")]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{'Effect':'Allow','Action':'a:*'}")]
    [InlineData("{'Effect':'Allow','Action':'a:B'}", "{'Effect':'Allow','Action':[]}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','Principal':{'AWS':['111122223333','444455556666']}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/root'}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','Principal':{'Service':'111122223333'}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'111122223333'}}", "{'Effect':'Allow','Principal':{'CanonicalUser':'111122223333'}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::1:role/a'}}", "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::1:role/A'}}")]
    [InlineData("{'Effect':'Allow','Principal':'*'}", "{'Effect':'Allow','Principal':{'Service':'*'}}")]
    [InlineData("{'Effect':'Allow','Principal':'*'}", "{'Effect':'Allow','NotPrincipal':'*'}")]
    [InlineData("{'Effect':'Allow','Principal':'*'}", "{'Effect':'Allow'}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':'true'}}}", "{'Effect':'Allow','Condition':{'BoolIfExists':{'a:b':'true'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':'true'}}}", "{'Effect':'Allow','Condition':{'Bool':{'a:b':'True'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':'x'}}}", "{'Effect':'Allow','Condition':{'Bool':{'a:c':'x'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':'x'}}}", "{'Effect':'Allow','Condition':{'Bool':{'a:b':'X'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':'x'}}}", "{'Effect':'Allow'}")]
    [InlineData("{'Effect':'Allow','Condition':{'Bool':{'a:b':[]}}}", "{'Effect':'Allow'}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k':'x'},'B':{'l':'y'}}}", "{'Effect':'Allow','Condition':{'A':{'l':'y'},'B':{'k':'x'}}}")]
    [InlineData("{'Effect':'Allow','Note':1}", "{'Effect':'Allow'}")]
    [InlineData("{'Effect':'Allow','Note':1}", "{'Effect':'Allow','Note':'1'}")]
    [InlineData("{'Effect':'Allow','Note':'a  b'}", "{'Effect':'Allow','Note':'a b'}")]
    public void Statements_that_differ_are_not_equivalent(string left, string right) => AssertEquivalent(left, right, expected: false);

    // Values that would be the same if they were only put behind one another.
    [Theory]
    [InlineData("{'Effect':'Allow','Action':['a','b']}", "{'Effect':'Allow','Action':['ab']}")]
    [InlineData("{'Effect':'Allow','Action':['a','b']}", "{'Effect':'Allow','Action':['a,b']}")]
    [InlineData("{'Effect':'Allow','Action':['a','b']}", "{'Effect':'Allow','Action':['a1:b']}")]
    [InlineData("{'Effect':'Allow','Resource':['a','b']}", "{'Effect':'Allow','Resource':['a\\nb']}")]
    [InlineData("{'Effect':'Allow','Resource':['a','']}", "{'Effect':'Allow','Resource':['a']}")]
    [InlineData("{'Effect':'Allow','Resource':'a','NotResource':'b'}", "{'Effect':'Allow','Resource':['a','b']}")]
    [InlineData("{'Effect':'Allow','Sid':'Allow'}", "{'Effect':'Allow','Sid':'5:Allow'}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':'x y'}}", "{'Effect':'Allow','Principal':{'AWS x':'y'}}")]
    [InlineData("{'Effect':'Allow','Principal':{'AWS':['x','Service y']}}", "{'Effect':'Allow','Principal':{'AWS':'x','Service':'y'}}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k x':'v'}}}", "{'Effect':'Allow','Condition':{'A k':{'x':'v'}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k':['x','y']}}}", "{'Effect':'Allow','Condition':{'A':{'k':'x','y':[]}}}")]
    [InlineData("{'Effect':'Allow','Condition':{'A':{'k':'1:x'}}}", "{'Effect':'Allow','Condition':{'A':{'k':['1','x']}}}")]
    public void Values_do_not_run_into_one_another(string left, string right) => AssertEquivalent(left, right, expected: false);

    [Theory]
    [InlineData("{'Statement':[]}", "{'Version':'2008-10-17','Statement':[]}", true)]
    [InlineData("{'Statement':{'Effect':'Deny'}}", "{'Statement':[{'Effect':'Deny'}]}", true)]
    [InlineData("{'Statement':[{'Effect':'Deny'},{'Effect':'Allow'}]}", "{'Statement':[{'Effect':'Allow'},{'Effect':'Deny'}]}", true)]
    [InlineData("{'Id':'a','Statement':[]}", "{ 'Statement' : [ ] , 'Id' : 'a' }", true)]
    [InlineData("{'Statement':[]}", "{'Version':'2012-10-17','Statement':[]}", false)]
    [InlineData("{'Id':'a','Statement':[]}", "{'Id':'b','Statement':[]}", false)]
    [InlineData("{'Id':'a','Statement':[]}", "{'Statement':[]}", false)]
    [InlineData("{'Note':1,'Statement':[]}", "{'Statement':[]}", false)]
    [InlineData("{'Statement':[{'Effect':'Deny'},{'Effect':'Allow'}]}", "{'Statement':[{'Effect':'Allow'}]}", false)]
    [InlineData(
        "{'Statement':[{'Effect':'Allow','Action':['a','b']}]}",
        "{'Statement':[{'Effect':'Allow','Action':'a'},{'Effect':'Allow','Action':'b'}]}",
        false)]
    public void Documents_are_compared_by_meaning(string left, string right, bool expected)
    {
        Assert.Equal(expected, PolicyComparer.AreEquivalent(Document(left), Document(right)));
        Assert.Equal(expected, PolicyComparer.AreEquivalent(Document(right), Document(left)));
    }

    [Fact]
    public void A_policy_is_equivalent_to_itself() => Property.Holds(PolicyTexts.Policy, text =>
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        Assert.True(PolicyComparer.AreEquivalent(document, document));
        Assert.True(PolicyComparer.AreEquivalent(document, PolicyDocument.Parse(text + " ")));
        Assert.All(document.Statement, statement => Assert.True(PolicyComparer.AreEquivalent(statement, statement with { })));
    });

    [Fact]
    public void Equivalence_has_no_direction()
    {
        Gen<PolicyStatement> few =
            from actions in Gen.SubListOf("a:B", "A:b")
            from value in Gen.Elements("true", "True")
            from type in Gen.Elements("AWS", "Service")
            from principal in Gen.Elements("111122223333", "arn:aws:iam::111122223333:root")
            select new PolicyStatement
            {
                Effect = PolicyEffect.Allow,
                Action = [.. actions],
                Principal = [new PrincipalEntry(type, principal)],
                Condition = [new PolicyCondition("Bool", "a:b", [value])],
            };
        Property.Holds(few.Two(), pair => Assert.Equal(
            PolicyComparer.AreEquivalent(pair.Item1, pair.Item2),
            PolicyComparer.AreEquivalent(pair.Item2, pair.Item1)));
    }

    [Fact]
    public void The_order_of_lists_has_no_meaning()
    {
        Gen<(PolicyStatement[] Before, PolicyStatement[] After)> shuffled =
            from statements in Statements.Some
            from order in Gen.Shuffle(statements)
            from after in Gen.CollectToArray(order, Statements.Shuffled)
            select (statements, after);
        Property.Holds(shuffled, pair => Assert.True(
            PolicyComparer.AreEquivalent(PolicyDocument.Create(pair.Before), PolicyDocument.Create(pair.After))));
    }

    [Fact]
    public void A_value_that_was_added_makes_a_difference() => Property.Holds(Statements.One, statement =>
    {
        const string added = "added";
        PolicyStatement[] changed =
        [
            statement with { Sid = statement.Sid + added },
            statement with { Effect = 1 - statement.Effect },
            statement with { Principal = [.. statement.Principal, new PrincipalEntry("AWS", added)] },
            statement with { NotPrincipal = [.. statement.NotPrincipal, new PrincipalEntry("AWS", added)] },
            statement with { Action = [.. statement.Action, added] },
            statement with { NotAction = [.. statement.NotAction, added] },
            statement with { Resource = [.. statement.Resource, added] },
            statement with { NotResource = [.. statement.NotResource, added] },
            statement with { Condition = [.. statement.Condition, new PolicyCondition(added, "k", ["v"])] },
            statement with { UnknownMember = [.. statement.UnknownMember, $"\"{added}\":1"] },
        ];
        Assert.All(changed, other => Assert.False(PolicyComparer.AreEquivalent(statement, other)));
    });

    private static void AssertEquivalent(string left, string right, bool expected)
    {
        PolicyDocument leftDocument = Document($"{{'Statement':[{left}]}}");
        PolicyDocument rightDocument = Document($"{{'Statement':[{right}]}}");
        Assert.Equal(expected, PolicyComparer.AreEquivalent(leftDocument, rightDocument));
        Assert.Equal(expected, PolicyComparer.AreEquivalent(rightDocument, leftDocument));
        Assert.Equal(expected, PolicyComparer.AreEquivalent(leftDocument.Statement[0], rightDocument.Statement[0]));
    }

    private static PolicyDocument Document(string text) => PolicyDocument.Parse(text.Replace('\'', '"'));
}
