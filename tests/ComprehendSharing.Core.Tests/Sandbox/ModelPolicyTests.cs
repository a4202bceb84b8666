using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class ModelPolicyTests : SandboxTestBase
{
    [Fact]
    public void A_model_without_a_policy_answers_none()
    {
        Assert.Equal(ResourcePolicyDescription.None, Owner.DescribeResourcePolicy(Tickets));
        Refused("ResourceNotFoundException", () => Owner.DeleteResourcePolicy(Tickets, revisionId: null));
    }

    [Fact]
    public void A_policy_is_kept_as_it_was_put_with_a_new_revision_each_time()
    {
        string first = Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
        Aws.Clock.Advance(TimeSpan.FromMinutes(1));
        string second = Owner.PutResourcePolicy(Tickets, ModelPolicy(), first);

        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.Matches("^[0-9a-f]{32}$", second);
        Assert.NotEqual(first, second);
        Assert.Equal(
            new ResourcePolicyDescription(ModelPolicy(), second, Start, Start.AddMinutes(1)), Owner.DescribeResourcePolicy(Tickets));
    }

    [Fact]
    public void Revision_ids_are_the_same_in_every_run_and_differ_by_model()
    {
        string here = Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
        string other = Owner.PutResourcePolicy(Products, ModelPolicy(), revisionId: null);
        string again = NewAws(ComprehendSharing.Sandbox.SandboxScenario.DefaultJson).Connect("owner")
            .PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);

        Assert.Equal(here, again);
        Assert.NotEqual(here, other);
    }

    [Fact]
    public void A_stale_or_surplus_revision_id_is_refused()
    {
        Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, ModelPolicy(), "baa675d069d07afaa2aa3106ae280f61"));
        string first = Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
        Owner.PutResourcePolicy(Tickets, ModelPolicy("777788889999"), revisionId: null);

        Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, ModelPolicy(), first));
        Refused("InvalidRequestException", () => Owner.DeleteResourcePolicy(Tickets, first));
        Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, ModelPolicy(), "not hex"));
        Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, ModelPolicy(), string.Empty));
    }

    [Fact]
    public void Deleting_takes_the_policy_and_its_revision_is_never_used_again()
    {
        string first = Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);

        Owner.DeleteResourcePolicy(Tickets, first);

        Assert.Equal(ResourcePolicyDescription.None, Owner.DescribeResourcePolicy(Tickets));
        Assert.NotEqual(first, Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["comprehend:ImportModel","kms:Decrypt"],"Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"NotAction":"comprehend:ImportModel","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"tickets"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"comprehend:ImportModel","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:group/x"},"Action":"comprehend:ImportModel","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:user/*"},"Action":"comprehend:ImportModel","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Sid":"€","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""")]
    public void What_is_no_model_policy_is_refused(string policy) =>
        Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, policy, revisionId: null));

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public void The_longest_policy_has_20000_characters(int length, bool isAccepted)
    {
        string policy = ModelPolicy().PadRight(length);
        if (isAccepted)
        {
            Owner.PutResourcePolicy(Tickets, policy, revisionId: null);
            Assert.Equal(policy, Owner.DescribeResourcePolicy(Tickets).Policy);
        }
        else
        {
            Refused("InvalidRequestException", () => Owner.PutResourcePolicy(Tickets, policy, revisionId: null));
        }
    }
}
