using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class AccountIdTests
{
    [Theory]
    [InlineData("012345678901")]
    [InlineData("444455556666")]
    public void Twelve_digits_print_as_they_were_read(string text) => Assert.Equal(text, AccountId.Parse(text).ToString());
}
