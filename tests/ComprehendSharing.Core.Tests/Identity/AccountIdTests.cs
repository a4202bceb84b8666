using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class AccountIdTests
{
    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData("012345678901")]
    [InlineData("444455556666")]
    [InlineData("000000000000")]
    [InlineData("999999999999")]
    public void Twelve_digits_print_as_they_were_read(string text)
    {
        AccountId id = AccountId.Parse(text);
        Assert.Equal(text, id.ToString());
        Assert.Equal(text, id.Value);
        Assert.True(AccountId.TryParse(text, out AccountId? again));
        Assert.Equal(id, again);
        Assert.Equal(id.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("11112222333")]
    [InlineData("1111222233334")]
    [InlineData("111122223333\n")]
    [InlineData(" 11112222333")]
    [InlineData("1111-2222-3333")]
    [InlineData("+11112222333")]
    [InlineData("1.1122223333")]
    [InlineData("11112222333x")]
    [InlineData("１１１１２２２２３３３３")]
    [InlineData("١١١١٢٢٢٢٣٣٣٣")]
    [InlineData("arn:aws:iam::111122223333:root")]
    [MemberData(nameof(Hostile))]
    public void All_else_is_refused_by_name(string? text)
    {
        Refusal.Of(text, "InvalidAccountId", () => AccountId.Parse(text!));
        Assert.False(AccountId.TryParse(text, out AccountId? id));
        Assert.Null(id);
    }

    [Theory]
    [InlineData(100000000000)]
    [InlineData(444455556666)]
    [InlineData(999999999999)]
    public void A_number_of_twelve_digits_has_lost_nothing(long number) =>
        Assert.Equal(AccountId.Parse($"{number}"), new AccountId(number));

    [Theory]
    [InlineData(12345678901, "'012345678901'")]
    [InlineData(99999999999, "'099999999999'")]
    [InlineData(0, "'000000000000'")]
    public void A_number_is_refused_with_the_text_that_it_should_have_been(long number, string quoted)
    {
        SharingException error = Assert.Throws<SharingException>(() => new AccountId(number));
        Assert.Equal("AccountIdNotQuoted", error.ErrorId);
        Assert.Contains($" {number} ", error.Message, StringComparison.Ordinal);
        Assert.Contains(quoted, error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_equal_by_text()
    {
        Assert.Equal(AccountId.Parse("111122223333"), AccountId.Parse("111122223333"));
        Assert.NotEqual(AccountId.Parse("111122223333"), AccountId.Parse("111122223334"));
    }
}
