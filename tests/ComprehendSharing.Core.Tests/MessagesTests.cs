using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ComprehendSharing.Tests;

public sealed class MessagesTests
{
    private const string Recommendation = "_Recommendation";

    public static TheoryData<string> Keys { get; } = new(Texts().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_message_has_a_recommendation_and_every_recommendation_a_message(string key)
    {
        string twin = key.EndsWith(Recommendation, StringComparison.Ordinal) ? key[..^Recommendation.Length] : key + Recommendation;
        Assert.Contains(twin, Texts().Keys);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_message_uses_its_arguments_without_a_gap(string key)
    {
        string text = Texts()[key];
        if (key.EndsWith(Recommendation, StringComparison.Ordinal))
        {
            // A recommendation shares the arguments of its message, so together they must have no gap.
            text += Texts()[key[..^Recommendation.Length]];
        }

        int[] used = [.. Placeholders(text).Distinct().Order()];
        Assert.Equal(Enumerable.Range(0, used.Length), used);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_a_sentence(string key)
    {
        string text = Texts()[key];
        Assert.Matches(@"(\.|\?|\{\d+\})$", text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain('\n', text);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_can_be_formatted(string key)
    {
        object[] arguments = [.. Enumerable.Repeat<object>(0, 10)];
        Assert.DoesNotContain('{', string.Format(CultureInfo.InvariantCulture, Texts()[key], arguments));
    }

    private static IEnumerable<int> Placeholders(string text) => Regex
        .Matches(text, @"\{(\d+)")
        .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static Dictionary<string, string> Texts() => Messages.ResourceManager
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
