using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class IdentityPropertyTests
{
    [Fact]
    public void A_valid_ARN_prints_as_it_was_read() =>
        Property.Holds(Identities.Arn, text => Assert.Equal(text, Arn.Parse(text).ToString()));

    [Fact]
    public void A_valid_model_ARN_prints_as_it_was_read() =>
        Property.Holds(Identities.ModelArn, text => Assert.Equal(text, ModelArn.Parse(text).ToString()));

    [Fact]
    public void A_valid_key_ARN_prints_as_it_was_read() =>
        Property.Holds(Identities.KeyArn, text => Assert.Equal(text, KeyArn.Parse(text).ToString()));

    [Fact]
    public void A_valid_role_ARN_prints_as_it_was_read() =>
        Property.Holds(Identities.RoleArn, text => Assert.Equal(text, RoleArn.Parse(text).ToString()));

    [Fact]
    public void A_valid_principal_prints_as_it_was_read() =>
        Property.Holds(Identities.Principal, text => Assert.Equal(text, PolicyPrincipal.Parse(text).ToString()));

    [Fact]
    public void A_valid_account_id_prints_as_it_was_read() =>
        Property.Holds(Identities.AccountId, text => Assert.Equal(text, AccountId.Parse(text).ToString()));

    [Fact]
    public void An_account_id_and_its_root_ARN_are_the_same_principal() => Property.Holds(Identities.AccountId, text =>
    {
        PolicyPrincipal id = PolicyPrincipal.Parse(text);
        PolicyPrincipal root = PolicyPrincipal.Parse($"arn:aws:iam::{text}:root");
        Assert.Equal(id, root);
        Assert.Equal(id.GetHashCode(), root.GetHashCode());
    });

    [Fact]
    public void Any_text_prints_as_it_was_read_or_is_refused() => Property.Holds(
        Identities.Anything,
        text =>
        {
            PrintsOrRefuses(text, value => Arn.Parse(value));
            PrintsOrRefuses(text, value => AccountId.Parse(value));
            PrintsOrRefuses(text, value => ModelArn.Parse(value));
            PrintsOrRefuses(text, value => KeyArn.Parse(value));
            PrintsOrRefuses(text, value => RoleArn.Parse(value));
            PrintsOrRefuses(text, value => PolicyPrincipal.Parse(value));
        },
        times: 2000);

    private static void PrintsOrRefuses(string? text, Func<string, object> parse)
    {
        try
        {
            Assert.Equal(text, parse(text!).ToString());
        }
        catch (SharingException error)
        {
            Assert.Equal(ErrorKind.InvalidArgument, error.Kind);
            Assert.Equal(text, error.Target);
        }
    }
}
