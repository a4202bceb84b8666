using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyComparisonTests
{
    [Fact]
    public void A_policy_does_not_differ_from_itself() => Property.Holds(PolicyTexts.Policy, text =>
    {
        PolicyDocument document = PolicyDocument.Parse(text);
        Assert.Empty(PolicyComparer.Compare(document, document));
        Assert.Empty(PolicyComparer.Compare(document, PolicyDocument.Parse(text + " ")));
    });

    // Few statements and few members, so that many pairs are equivalent.
    [Fact]
    public void Nothing_differs_exactly_when_two_policies_are_equivalent()
    {
        Gen<string> statement = Gen.Elements(
            """{"Effect":"Allow","Action":"a:B"}""",
            """{"Effect":"Allow","Action":["A:b"]}""",
            """{"Effect":"Allow","Sid":"s","Principal":"*"}""",
            """{"Effect":"Deny","Sid":"s","Principal":{"AWS":"*"}}""",
            """{"Effect":"Allow","Sid":"s","Principal":{"AWS":["*"]}}""",
            """{"Effect":"Allow","Note":1}""");
        Gen<PolicyDocument> policy =
            from members in Gen.Elements(string.Empty, "\"Version\":\"2008-10-17\",", "\"Version\":\"2012-10-17\",", "\"Id\":\"\",", "\"Id\":\"a\",", "\"Note\":1,")
            from count in Gen.Choose(0, 3)
            from statements in statement.ArrayOf(count)
            select PolicyDocument.Parse($"{{{members}\"Statement\":[{string.Join(',', statements)}]}}");
        Property.Holds(policy.Two(), pair => AssertConsistent(pair.Item1, pair.Item2), times: 2000);
        Property.Holds(PolicyTexts.Policy.Two(), pair => AssertConsistent(PolicyDocument.Parse(pair.Item1), PolicyDocument.Parse(pair.Item2)));
    }

    [Fact]
    public void The_other_way_round_the_sides_change() => Property.Holds(Statements.Some.Two(), pair =>
    {
        PolicyDocument left = PolicyDocument.Create(pair.Item1);
        PolicyDocument right = PolicyDocument.Create(pair.Item2);
        Assert.Equal(
            PolicyComparer.Compare(left, right).Select(one => (one.SideIndicator == "<=", one.Statement)).OrderBy(one => one.Item1).Select(one => one.Statement),
            PolicyComparer.Compare(right, left).Select(one => (one.SideIndicator == "=>", one.Statement)).OrderBy(one => one.Item1).Select(one => one.Statement));
    });

    [Fact]
    public void A_statement_of_one_side_is_told_with_its_side()
    {
        ValueList<PolicyStatementDifference> found = Compare("[{'Effect':'Allow','Sid':'a'}]", "[{'Effect':'Deny','Sid':'b'}]");
        Assert.Equal(["<= a", "=> b"], found.Select(one => $"{one.SideIndicator} {one.Sid}"));
        Assert.All(found, one => Assert.Empty(one.Element));
        Assert.Equal([PolicyEffect.Allow, PolicyEffect.Deny], found.Select(one => one.Statement!.Effect));
    }

    [Fact]
    public void A_statement_of_the_same_Sid_is_told_with_what_differs()
    {
        ValueList<PolicyStatementDifference> found = Compare(
            "[{'Effect':'Allow','Sid':'s','Action':['a:B','c:D'],'Resource':'*','Principal':{'AWS':'111122223333'}}]",
            "[{'Effect':'Allow','Sid':'s','Action':'A:b','Resource':['*'],'Principal':{'AWS':'111122223333','Service':'x.amazonaws.com'},'Condition':{'Bool':{'k':true}}}]");
        Assert.Equal(["<=", "=>"], found.Select(one => one.SideIndicator));
        Assert.All(found, one => Assert.Equal(
            [
                "Principal: AWS: 111122223333 => AWS: 111122223333, Service: x.amazonaws.com",
                "Action: a:B, c:D => A:b",
                "Condition: (none) => Bool k = true",
            ],
            one.Element.Select(element => element.ToString())));
    }

    [Fact]
    public void A_Sid_that_stands_twice_has_no_counterpart()
    {
        ValueList<PolicyStatementDifference> found = Compare(
            "[{'Effect':'Allow','Sid':'s'}]", "[{'Effect':'Deny','Sid':'s'},{'Effect':'Deny','Sid':'s','Action':'a:B'}]");
        Assert.Equal(3, found.Count);
        Assert.All(found, one => Assert.Empty(one.Element));
    }

    [Theory]
    [InlineData("'Version':'2012-10-17'", "'Id':'x'", "Version: 2012-10-17 => (none); Id: (none) => x")]
    [InlineData("'Id':'x'", "'Id':'y'", "Id: x => y")]
    [InlineData("'Note':1", "'Note':2", "UnknownMember: \"Note\":1 => \"Note\":2")]
    public void What_the_documents_say_of_themselves_is_told_first(string left, string right, string expected)
    {
        ValueList<PolicyStatementDifference> found = PolicyComparer.Compare(
            Document($"{{{left},'Statement':[]}}"), Document($"{{{right},'Statement':{{'Effect':'Allow'}}}}"));
        Assert.Equal(["<=", "=>", "=>"], found.Select(one => one.SideIndicator));
        Assert.Equal([true, true, false], found.Select(one => one.Statement is null));
        Assert.Equal(expected, string.Join("; ", found[0].Element));
    }

    private static void AssertConsistent(PolicyDocument left, PolicyDocument right) =>
        Assert.Equal(PolicyComparer.AreEquivalent(left, right), PolicyComparer.Compare(left, right).Count == 0);

    private static ValueList<PolicyStatementDifference> Compare(string left, string right) =>
        PolicyComparer.Compare(Document($"{{'Statement':{left}}}"), Document($"{{'Statement':{right}}}"));

    private static PolicyDocument Document(string text) => PolicyDocument.Parse(text.Replace('\'', '"'));
}
