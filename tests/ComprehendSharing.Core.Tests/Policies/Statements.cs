// Statements as objects, with the characters that a writer could get wrong.
using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Policies;

internal static class Statements
{
    private static readonly Gen<string> s_text = Gen.Elements(
        "a:B", "x,y", "x y", "1:a", "\"", "\\", "\t", "\r\n", "\0", "é", "😀", "\u2028", "\u0085", string.Empty, "*", "</script>&'+", "{}[]:,");

    private static readonly Gen<ValueList<string>> s_texts = Texts(0, 3);

    private static readonly Gen<ValueList<PrincipalEntry>> s_principals =
        from types in Gen.SubListOf("AWS", "Service", "Federated", "Odd \"type\"")
        from values in Gen.CollectToArray(types, type => Texts(1, 3).Select(texts => texts.Select(text => new PrincipalEntry(type, text))))
        select new ValueList<PrincipalEntry>(values.SelectMany(entries => entries));

    private static readonly Gen<ValueList<PolicyCondition>> s_conditions =
        from operators in Gen.SubListOf("StringEquals", "ForAllValues:StringLike", "Null")
        from conditions in Gen.CollectToArray(operators, Conditions)
        select new ValueList<PolicyCondition>(conditions.SelectMany(some => some));

    public static Gen<PolicyStatement> One { get; } =
        from sid in s_text.OrNull()
        from effect in Gen.Elements(PolicyEffect.Allow, PolicyEffect.Deny)
        from principals in s_principals.Two()
        from actions in s_texts.Two()
        from resources in s_texts.Two()
        from conditions in s_conditions
        from unknown in Gen.SubListOf("\"Note\":1", "\"a b\":{\"c d\":[1,null,\"x y\"]}")
        select new PolicyStatement
        {
            Sid = sid,
            Effect = effect,
            Principal = principals.Item1,
            NotPrincipal = principals.Item2,
            Action = actions.Item1,
            NotAction = actions.Item2,
            Resource = resources.Item1,
            NotResource = resources.Item2,
            Condition = conditions,
            UnknownMember = new ValueList<string>(unknown),
        };

    public static Gen<PolicyStatement[]> Some { get; } =
        from count in Gen.Choose(0, 3)
        from statements in One.ArrayOf(count)
        select statements;

    /// <summary>The same statement with its lists in another order.</summary>
    public static Gen<PolicyStatement> Shuffled(PolicyStatement statement) =>
        from principals in Gen.Shuffle<PrincipalEntry>(statement.Principal)
        from notPrincipals in Gen.Shuffle<PrincipalEntry>(statement.NotPrincipal)
        from actions in Gen.Shuffle<string>(statement.Action)
        from notActions in Gen.Shuffle<string>(statement.NotAction)
        from resources in Gen.Shuffle<string>(statement.Resource)
        from notResources in Gen.Shuffle<string>(statement.NotResource)
        from conditions in Gen.Shuffle<PolicyCondition>(statement.Condition)
        from values in Gen.CollectToArray(
            conditions,
            condition => Gen.Shuffle<string>(condition.Value).Select(value => condition with { Value = [.. value] }))
        from unknown in Gen.Shuffle<string>(statement.UnknownMember)
        select new PolicyStatement
        {
            Sid = statement.Sid,
            Effect = statement.Effect,
            Principal = [.. principals],
            NotPrincipal = [.. notPrincipals],
            Action = [.. actions],
            NotAction = [.. notActions],
            Resource = [.. resources],
            NotResource = [.. notResources],
            Condition = [.. values],
            UnknownMember = [.. unknown],
        };

    /// <summary>That two statements have the same elements, whatever their texts are.</summary>
    public static void AssertSameContent(PolicyStatement expected, PolicyStatement actual)
    {
        Assert.Equal(expected.Sid, actual.Sid);
        Assert.Equal(expected.Effect, actual.Effect);
        Assert.Equal(expected.Principal, actual.Principal);
        Assert.Equal(expected.NotPrincipal, actual.NotPrincipal);
        Assert.Equal(expected.Action, actual.Action);
        Assert.Equal(expected.NotAction, actual.NotAction);
        Assert.Equal(expected.Resource, actual.Resource);
        Assert.Equal(expected.NotResource, actual.NotResource);
        Assert.Equal(expected.Condition, actual.Condition);
        Assert.Equal(expected.UnknownMember, actual.UnknownMember);
    }

    private static Gen<ValueList<string>> Texts(int min, int max) =>
        from count in Gen.Choose(min, max)
        from texts in s_text.ArrayOf(count)
        select new ValueList<string>(texts);

    private static Gen<PolicyCondition[]> Conditions(string op) =>
        from keys in Gen.SubListOf("aws:SourceArn", "aws:sourcearn", "kms:ViaService", "a \"key\"")
        from conditions in Gen.CollectToArray(keys, key => s_texts.Select(values => new PolicyCondition(op, key, values)))
        select conditions;
}
