// The rule of all edits: what was added can be taken out again, to the byte, and nothing else changes.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

internal static class EditUndo
{
    private const string FirstValue = "first \"added\" value";
    private const string SecondValue = "second, é";

    private static readonly PolicyStatement s_first = new()
    {
        Sid = "First added, \"é\"",
        Effect = PolicyEffect.Allow,
        Principal = [new PrincipalEntry("AWS", "arn:aws:iam::444455556666:root")],
        Action = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource = ["*"],
        Condition = [new PolicyCondition("StringEquals", "aws:SourceArn", ["a", "b"])],
    };

    private static readonly PolicyStatement s_second = new() { Effect = PolicyEffect.Deny, NotAction = ["x:Y"] };

    public static void AssertStatementsComeBack(PolicyDocument document)
    {
        string text = document.ToJson();
        int count = document.Statement.Count;

        PolicyDocument one = PolicyEditor.AddStatement(document, s_first);
        Assert.Equal(Texts(document), Texts(one).Take(count));
        Assert.Equal(count + 1, one.Statement.Count);
        Assert.True(PolicyComparer.AreEquivalent(s_first, one.Statement[count]));
        Assert.Equal(text, PolicyEditor.RemoveStatement(one, count).ToJson());

        PolicyDocument two = PolicyEditor.AddStatement(one, s_second);
        Assert.Equal(Texts(one), Texts(two).Take(count + 1));
        PolicyDocument withoutSecond = PolicyEditor.RemoveStatement(two, count + 1);
        PolicyDocument withoutFirst = PolicyEditor.RemoveStatement(two, count);
        Assert.Equal(one.ToJson(), withoutSecond.ToJson());
        Assert.Equal(text, PolicyEditor.RemoveStatement(withoutSecond, count).ToJson());
        Assert.True(PolicyComparer.AreEquivalent(s_second, withoutFirst.Statement[count]));
        Assert.Equal(text, PolicyEditor.RemoveStatement(withoutFirst, count).ToJson());
    }

    public static void AssertConditionValuesComeBack(PolicyDocument document)
    {
        for (int index = 0; index < document.Statement.Count; index++)
        {
            foreach (PolicyCondition condition in document.Statement[index].Condition)
            {
                AssertConditionValuesComeBack(document, index, condition);
            }
        }
    }

    private static void AssertConditionValuesComeBack(PolicyDocument document, int index, PolicyCondition condition)
    {
        string text = document.ToJson();
        PolicyDocument one = PolicyEditor.AddConditionValue(document, index, condition, FirstValue);
        Assert.Equal([.. condition.Value, FirstValue], Values(one));
        AssertOthersUnchanged(document, one, index);
        Assert.Equal(text, Remove(one, FirstValue).ToJson());

        PolicyDocument two = PolicyEditor.AddConditionValue(one, index, condition, SecondValue);
        Assert.Equal([.. condition.Value, FirstValue, SecondValue], Values(two));
        Assert.Equal(text, Remove(Remove(two, SecondValue), FirstValue).ToJson());
        Assert.Equal(text, Remove(Remove(two, FirstValue), SecondValue).ToJson());

        foreach (string value in condition.Value.Distinct())
        {
            PolicyDocument twice = PolicyEditor.AddConditionValue(document, index, condition, value);
            Assert.Equal(text, Remove(twice, value).ToJson());
        }

        PolicyDocument Remove(PolicyDocument from, string value) => PolicyEditor.RemoveConditionValue(from, index, condition, value);

        IEnumerable<string> Values(PolicyDocument of) => of.Statement[index].Condition
            .Single(other => other.Operator == condition.Operator && other.Key == condition.Key)
            .Value;
    }

    private static void AssertOthersUnchanged(PolicyDocument before, PolicyDocument after, int edited) => Assert.Equal(
        Texts(before).Where((_, index) => index != edited),
        Texts(after).Where((_, index) => index != edited));

    private static IEnumerable<string> Texts(PolicyDocument document) => document.Statement.Select(statement => statement.ToJson());
}
