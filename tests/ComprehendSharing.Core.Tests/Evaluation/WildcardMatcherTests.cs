using ComprehendSharing.Evaluation;

namespace ComprehendSharing.Tests.Evaluation;

public sealed class WildcardMatcherTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("?", "", false)]
    [InlineData("?", "a", true)]
    [InlineData("?", "ab", false)]
    [InlineData("a*", "abc", true)]
    [InlineData("*c", "abc", true)]
    [InlineData("*c", "abcd", false)]
    [InlineData("a*b*c", "a1b2b3c", true)]
    [InlineData("a*b*c", "a1c2b", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a**c", "ac", true)]
    [InlineData("abc", "ABC", false)]
    [InlineData("a.c", "abc", false)]
    public void Stars_and_question_marks(string pattern, string value, bool expected) =>
        Assert.Equal(expected, WildcardMatcher.IsMatch(pattern, value));

    [Theory]
    [InlineData("KMS:decrypt*", "kms:Decrypt", true)]
    [InlineData("kms:Encrypt", "kms:Decrypt", false)]
    public void Case_can_be_ignored(string pattern, string value, bool expected) =>
        Assert.Equal(expected, WildcardMatcher.IsMatch(pattern, value, ignoreCase: true));

    // By recursion over every star this takes longer than anybody waits: 40 stars over 5,000 characters.
    [Fact(Timeout = 30_000)]
    public async Task A_hostile_pattern_ends()
    {
        string pattern = string.Concat(Enumerable.Repeat("a*", 40)) + "b";
        string value = new('a', 5_000);

        Assert.False(await Task.Run(() => WildcardMatcher.IsMatch(pattern, value)));
        Assert.True(await Task.Run(() => WildcardMatcher.IsMatch(pattern, value + "b")));
    }

    [Theory]
    [InlineData("a*", "a*", true)]
    [InlineData("a*", "ab", false)]
    [InlineData("a?", "a?", true)]
    [InlineData("a?", "ab", false)]
    [InlineData("a*", "a", false)]
    public void What_came_from_a_variable_is_no_wildcard(string pattern, string value, bool expected)
    {
        bool[] literal = [.. pattern.Select(c => c is '*' or '?')];

        Assert.Equal(expected, WildcardMatcher.IsMatch(pattern, value, ignoreCase: false, literal));
    }

    [Theory]
    [InlineData("**b", "*abb", true)]
    [InlineData("**b", "aab", false)]
    public void A_literal_star_may_stand_beside_a_wildcard(string pattern, string value, bool expected) =>
        Assert.Equal(expected, WildcardMatcher.IsMatch(pattern, value, ignoreCase: false, [true, false, false]));

    // By recursion over every star this is more than 10^18 steps.
    [Fact]
    public void Twelve_stars_against_two_hundred_characters()
    {
        string pattern = string.Concat(Enumerable.Repeat("a*", 12)) + "b";

        Assert.False(WildcardMatcher.IsMatch(pattern, new string('a', 200)));
        Assert.True(WildcardMatcher.IsMatch(pattern, new string('a', 199) + "b"));
    }
}
