using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Policies;

public sealed class PolicyStatementTests
{
    [Fact]
    public void Statements_are_equal_by_text()
    {
        PolicyStatement left = new() { Effect = PolicyEffect.Allow, Action = ["a:B"] };
        PolicyStatement right = new() { Effect = PolicyEffect.Allow, Action = ["a:B"] };
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["A:b"] });
    }

    [Fact]
    public void A_changed_copy_does_not_keep_the_text_of_the_original()
    {
        PolicyStatement read = PolicyDocument.Parse("""{"Statement":{ "Effect":"Allow", "Action":"a:B", "Note": 1 }}""").Statement[0];
        PolicyStatement changed = read with { Effect = PolicyEffect.Deny };
        Assert.Equal("{\n  \"Effect\": \"Deny\",\n  \"Action\": \"a:B\",\n  \"Note\":1\n}", changed.ToJson());
        Assert.Equal("""{ "Effect":"Allow", "Action":"a:B", "Note": 1 }""", read.ToJson());

        PolicyStatement made = new() { Effect = PolicyEffect.Allow };
        Assert.Equal("{\n  \"Effect\": \"Allow\"\n}", made.ToJson());
        Assert.Equal("{\n  \"Sid\": \"s\",\n  \"Effect\": \"Allow\"\n}", (made with { Sid = "s" }).ToJson());
    }
}
