using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Identity;

public sealed class RoleArnTests
{
    public static TheoryData<string?> Hostile => HostileText.Values;

    [Theory]
    [InlineData("arn:aws:iam::444455556666:role/ComprehendImportRole", "ComprehendImportRole")]
    [InlineData("arn:aws:iam::444455556666:role/service-role/Comprehend+=,.@-_Role", "Comprehend+=,.@-_Role")]
    [InlineData("arn:aws-us-gov:iam::444455556666:role/a/b/c", "c")]
    [InlineData("arn:aws-iso:iam::444455556666:role/r", "r")]
    public void A_role_ARN_has_these_parts(string text, string name)
    {
        RoleArn arn = RoleArn.Parse(text);
        Assert.Equal((name, "444455556666"), (arn.Name, arn.AccountId.Value));
        Assert.Equal(text, arn.ToString());
        Assert.True(RoleArn.TryParse(text, out RoleArn? again));
        Assert.Equal(arn, again);
        Assert.Equal(arn.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("ComprehendImportRole")]
    [InlineData("role/ComprehendImportRole")]
    [InlineData("arn:aws:iam::444455556666:role/")]
    [InlineData("arn:aws:iam::444455556666:role/path/")]
    [InlineData("arn:aws:iam::444455556666:role")]
    [InlineData("arn:aws:iam::444455556666:Role/r")]
    [InlineData("arn:aws:iam::444455556666:user/u")]
    [InlineData("arn:aws:iam::444455556666:group/g")]
    [InlineData("arn:aws:iam::444455556666:root")]
    [InlineData("arn:aws:iam::444455556666:instance-profile/p")]
    [InlineData("arn:aws:iam:us-west-2:444455556666:role/r")]
    [InlineData("arn:aws:iam::44445555666:role/r")]
    [InlineData("arn:aws:iam:::role/r")]
    [InlineData("arn:amazon:iam::444455556666:role/r")]
    [InlineData("arn:aws:sts::444455556666:assumed-role/r/s")]
    [InlineData("arn:aws:iam::444455556666:role/*")]
    [InlineData("arn:aws:iam::444455556666:role/r?")]
    [InlineData("arn:aws:iam::*:role/r")]
    [InlineData("arn:aws:iam::444455556666:role/r\n")]
    [InlineData("arn:aws:iam::444455556666:role/r r")]
    [InlineData("arn:aws:iam::444455556666:role/rôle")]
    [InlineData("arn:aws:iam::４４４４５５５５６６６６:role/r")]
    [MemberData(nameof(Hostile))]
    public void What_is_no_role_ARN_is_refused(string? text)
    {
        Refusal.Of(text, "InvalidRoleArn", () => RoleArn.Parse(text!));
        Assert.False(RoleArn.TryParse(text, out RoleArn? arn));
        Assert.Null(arn);
    }

    [Fact]
    public void ARNs_are_equal_by_text()
    {
        Assert.NotEqual(RoleArn.Parse("arn:aws:iam::444455556666:role/r"), RoleArn.Parse("arn:aws:iam::444455556666:role/R"));
        Assert.NotEqual(RoleArn.Parse("arn:aws:iam::444455556666:role/r"), RoleArn.Parse("arn:aws:iam::444455556666:role/p/r"));
    }
}
