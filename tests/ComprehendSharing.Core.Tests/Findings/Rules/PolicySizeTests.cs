using ComprehendSharing.Findings;
using ComprehendSharing.Findings.Rules;

namespace ComprehendSharing.Tests.Findings.Rules;

public sealed class PolicySizeTests
{
    [Theory]
    [InlineData(PolicyKind.ModelPolicy, 20_000, "20001 characters")]
    [InlineData(PolicyKind.KeyPolicy, 32_768, "32769 bytes")]
    public void One_more_than_is_accepted_is_found(PolicyKind kind, int limit, string expected)
    {
        Assert.Empty(RuleRun.OfDocument<PolicySize>(kind, null, Sized(limit)));
        Finding finding = Assert.Single(RuleRun.OfDocument<PolicySize>(kind, null, Sized(limit + 1)));
        Assert.Equal("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", finding.Code);
        Assert.Equal(string.Empty, finding.Path);
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_count_for_a_key_policy_and_characters_for_a_model_policy()
    {
        string policy = Sized(20_000).Replace("xxxx", "éééé", StringComparison.Ordinal);
        Assert.Empty(RuleRun.OfDocument<PolicySize>(PolicyKind.ModelPolicy, null, policy));
        Assert.Single(RuleRun.OfDocument<PolicySize>(PolicyKind.KeyPolicy, null, policy));
    }

    [Fact]
    public void White_space_between_the_tokens_of_a_model_policy_is_no_part_of_it() =>
        Assert.Empty(RuleRun.OfDocument<PolicySize>(PolicyKind.ModelPolicy, null, new string(' ', 100) + Sized(20_000)));

    [Theory]
    [InlineData(PolicyKind.ModelPolicy, "“", "'“' (U+201C)", "Comprehend")]
    [InlineData(PolicyKind.KeyPolicy, "😀", "'😀' (U+1F600)", "KMS")]
    public void A_character_outside_the_accepted_is_found_where_it_stands(PolicyKind kind, string character, string expected, string service)
    {
        Finding finding = Assert.Single(RuleRun.OfDocument<PolicySize>(
            kind, null, $$"""
            { "Version": "2012-10-17",
              "Id": "{{character}}", "Statement": [] }
            """));
        Assert.Equal((2, 10), (finding.Line, finding.Column));
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
        Assert.Contains(service, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_letters_line_breaks_and_other_kinds_of_policy_are_not()
    {
        Assert.Empty(RuleRun.OfDocument<PolicySize>(PolicyKind.KeyPolicy, null, "{ \"Id\": \"ÿ\",\r\n\t\"Statement\": [] }"));
        Assert.Empty(RuleRun.OfDocument<PolicySize>(PolicyKind.IdentityPolicy, null, Sized(40_000)));
    }

    private static string Sized(int length)
    {
        string frame = """{"Id":"","Statement":[]}""";
        return frame.Insert(7, new string('x', length - frame.Length));
    }
}
