using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class PolicyPrincipalTests
{
    private const string Iam = "arn:aws:iam::111122223333:";
    private const string Sts = "arn:aws:sts::111122223333:";

    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData("111122223333", PrincipalKind.Account, "111122223333", null)]
    [InlineData("012345678901", PrincipalKind.Account, "012345678901", null)]
    [InlineData(Iam + "root", PrincipalKind.Account, "111122223333", "aws")]
    [InlineData("arn:aws-us-gov:iam::111122223333:root", PrincipalKind.Account, "111122223333", "aws-us-gov")]
    [InlineData("arn:aws-iso:iam::111122223333:root", PrincipalKind.Account, "111122223333", "aws-iso")]
    [InlineData(Iam + "user/Alice", PrincipalKind.User, "111122223333", "aws")]
    [InlineData(Iam + "user/division/team/Alice", PrincipalKind.User, "111122223333", "aws")]
    [InlineData(Iam + "user/root", PrincipalKind.User, "111122223333", "aws")]
    [InlineData(Iam + "role/Admin", PrincipalKind.Role, "111122223333", "aws")]
    [InlineData("arn:aws-us-gov:iam::111122223333:role/aws-reserved/sso/A_1", PrincipalKind.Role, "111122223333", "aws-us-gov")]
    [InlineData("arn:aws-iso:iam::111122223333:role/r", PrincipalKind.Role, "111122223333", "aws-iso")]
    [InlineData(Sts + "assumed-role/Admin/session@example.com", PrincipalKind.AssumedRole, "111122223333", "aws")]
    [InlineData(Sts + "federated-user/bob", PrincipalKind.FederatedUser, "111122223333", "aws")]
    [InlineData("comprehend.amazonaws.com", PrincipalKind.Service, null, null)]
    [InlineData("ec2.amazonaws.com.cn", PrincipalKind.Service, null, null)]
    [InlineData("s3.us-gov-west-1.amazonaws.com", PrincipalKind.Service, null, null)]
    [InlineData("alexa-appkit.amazon.com", PrincipalKind.Service, null, null)]
    [InlineData("ec2.c2s.ic.gov", PrincipalKind.Service, null, null)]
    [InlineData("*", PrincipalKind.Everyone, null, null)]
    [InlineData("AIDACKCEVSQ6C2EXAMPLE", PrincipalKind.UniqueId, null, null)]
    [InlineData("AROADBQP57FF2AEXAMPLE", PrincipalKind.UniqueId, null, null)]
    public void A_principal_has_a_kind_and_where_it_can_an_account(string text, PrincipalKind kind, string? account, string? partition)
    {
        PolicyPrincipal principal = PolicyPrincipal.Parse(text);
        Assert.Equal((kind, account, partition), (principal.Kind, principal.AccountId?.Value, principal.Partition));
        Assert.Equal(text, principal.ToString());
        Assert.Equal(text, principal.Value);
        Assert.True(PolicyPrincipal.TryParse(text, out PolicyPrincipal? again));
        Assert.Equal(principal, again);
        Assert.Equal(principal.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("Alice")]
    [InlineData("user/Alice")]
    [InlineData("**")]
    [InlineData("*\n")]
    [InlineData("11112222333")]
    [InlineData("1111222233334")]
    [InlineData("111122223333\n")]
    [InlineData("１１１１２２２２３３３３")]
    [InlineData(Iam + "root\n")]
    [InlineData(Iam + "root/x")]
    [InlineData(Iam + "Root")]
    [InlineData(Iam + "user")]
    [InlineData(Iam + "user/")]
    [InlineData(Iam + "role//r")]
    [InlineData(Iam + "policy/p")]
    [InlineData(Iam + "mfa/Alice")]
    [InlineData(Iam + "group")]
    [InlineData("arn:aws:iam:us-west-2:111122223333:root")]
    [InlineData("arn:aws:iam:::root")]
    [InlineData("arn:aws:iam::1111:root")]
    [InlineData("arn:amazon:iam::111122223333:root")]
    [InlineData("arn:aws:iam::111122223333:role/rôle")]
    [InlineData(Sts + "assumed-role/Admin")]
    [InlineData(Sts + "assumed-role/Admin/")]
    [InlineData(Sts + "assumed-role/Admin/a/b")]
    [InlineData(Sts + "federated-user/a/b")]
    [InlineData(Sts + "role/r")]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/n")]
    [InlineData("arn:aws:kms:us-west-2:111122223333:alias/a")]
    [InlineData("alias/a")]
    [InlineData(".amazonaws.com")]
    [InlineData("-s3.amazonaws.com")]
    [InlineData("a..amazonaws.com")]
    [InlineData("S3.amazonaws.com")]
    [InlineData("s3.amazonaws.com\n")]
    [InlineData("s3.amazonaws.com.example.com")]
    [InlineData("s3*.amazonaws.com")]
    [InlineData("aws.amazon.com/x")]
    [InlineData("AIDA")]
    [InlineData("AIDACKCEVSQ6C2E")]
    [InlineData("AIDACKCEVSQ6C2Example")]
    [InlineData("AIDACKCEVSQ6C2EXAMPLE\n")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AGPACKCEVSQ6C2EXAMPLE")]
    [MemberData(nameof(Hostile))]
    public void What_is_no_principal_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidPrincipal", () => PolicyPrincipal.Parse(text!));
        Assert.False(PolicyPrincipal.TryParse(text, out PolicyPrincipal? principal));
        Assert.Null(principal);
    }

    [Theory]
    [InlineData(Iam + "group/Developers")]
    [InlineData(Iam + "group/path/Developers")]
    [InlineData(Iam + "group/*")]
    [InlineData("arn:aws-us-gov:iam::111122223333:group/Developers")]
    public void A_group_is_refused_as_such(string text) =>
        Refusal.Of(text, "PrincipalIsGroup", () => PolicyPrincipal.Parse(text));

    [Theory]
    [InlineData(Iam + "role/*")]
    [InlineData(Iam + "user/Al?ce")]
    [InlineData(Iam + "*")]
    [InlineData("arn:aws:iam::*:root")]
    [InlineData("arn:aws:iam::11112222333?:root")]
    [InlineData("arn:*:iam::111122223333:root")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/Admin/*")]
    public void A_wildcard_inside_an_ARN_is_refused_as_such(string text) =>
        Refusal.Of(text, "PrincipalHasWildcard", () => PolicyPrincipal.Parse(text));

    [Theory]
    [InlineData(100000000000)]
    [InlineData(444455556666)]
    [InlineData(999999999999)]
    public void A_number_of_twelve_digits_has_lost_nothing(long number) =>
        Assert.Equal(PolicyPrincipal.Parse($"{number}"), new PolicyPrincipal(number));

    [Theory]
    [InlineData(12345678901, "'012345678901'")]
    public void A_number_is_refused_with_the_text_that_it_should_have_been(long number, string quoted)
    {
        SharingException error = Assert.Throws<SharingException>(() => new PolicyPrincipal(number));
        Assert.Equal("AccountIdNotQuoted", error.ErrorId);
        Assert.Contains(quoted, error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_equal_to_its_root_ARN()
    {
        PolicyPrincipal id = PolicyPrincipal.Parse("111122223333");
        PolicyPrincipal arn = PolicyPrincipal.Parse(Iam + "root");
        PolicyPrincipal root = PolicyPrincipal.Root("aws", AccountId.Parse("111122223333"));
        Assert.Equal(id, arn);
        Assert.Equal(arn, id);
        Assert.Equal(id.GetHashCode(), arn.GetHashCode());
        Assert.Equal(arn.Value, root.Value);
        Assert.Equal((arn.Kind, arn.AccountId, arn.Partition), (root.Kind, root.AccountId, root.Partition));
    }

    [Theory]
    [InlineData("111122223333", "111122223334")]
    [InlineData("111122223333", "arn:aws:iam::444455556666:root")]
    [InlineData("111122223333", Iam + "user/root")]
    [InlineData(Iam + "user/a", Iam + "user/A")]
    [InlineData(Iam + "user/a", Iam + "role/a")]
    [InlineData(Iam + "role/a", Iam + "role/p/a")]
    [InlineData(Iam + "role/a", "arn:aws-cn:iam::111122223333:role/a")]
    [InlineData("*", "111122223333")]
    [InlineData("s3.amazonaws.com", "sns.amazonaws.com")]
    public void All_other_principals_are_equal_by_text(string left, string right) =>
        Assert.NotEqual(PolicyPrincipal.Parse(left), PolicyPrincipal.Parse(right));

    [Fact]
    public void A_service_name_is_no_longer_than_a_name_of_DNS()
    {
        string longest = new string('a', 253 - ".amazonaws.com".Length) + ".amazonaws.com";
        Assert.Equal(PrincipalKind.Service, PolicyPrincipal.Parse(longest).Kind);
        Refusal.Of("a" + longest, "InvalidPrincipal", () => PolicyPrincipal.Parse("a" + longest));
    }

    [Fact]
    public void A_unique_id_has_16_to_128_characters()
    {
        string shortest = "AROA" + new string('A', 12);
        string longest = "AIDA" + new string('9', 124);
        Assert.True(PolicyPrincipal.IsUniqueId(shortest));
        Assert.True(PolicyPrincipal.IsUniqueId(longest));
        Assert.False(PolicyPrincipal.IsUniqueId(shortest[..^1]));
        Assert.False(PolicyPrincipal.IsUniqueId(longest + "9"));
        Assert.False(PolicyPrincipal.IsUniqueId(null));
    }
}
