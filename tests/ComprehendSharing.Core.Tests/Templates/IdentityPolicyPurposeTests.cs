using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class IdentityPolicyPurposeTests
{
    [Theory]
    [InlineData("ModelOwner")]
    [InlineData("ModelImporter")]
    [InlineData("ImportRole")]
    [InlineData("ImportRoleTrust")]
    [InlineData("TrainingRole")]
    [InlineData("TrainingRoleTrust")]
    [InlineData("EndpointRole")]
    [InlineData("EndpointRoleTrust")]
    public void A_name_is_read_in_any_case(string name)
    {
        IdentityPolicyPurpose purpose = IdentityPolicyPurpose.Parse(name.ToUpperInvariant());
        Assert.Equal(name, purpose.ToString());
        Assert.Contains(purpose, IdentityPolicyPurpose.All);
        Assert.NotEmpty(purpose.Description);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("Owner")]
    public void Another_name_is_refused_with_those_that_there_are(string name)
    {
        SharingException error = Refusal.Of(name, "InvalidPurpose", () => IdentityPolicyPurpose.Parse(name));
        Assert.All(IdentityPolicyPurpose.All, purpose => Assert.Contains(purpose.Name, error.Recommendation, StringComparison.Ordinal));
    }
}
