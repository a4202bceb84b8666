using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class KeyPolicyTests : SandboxTestBase
{
    private const string InvalidPrincipals = "Policy contains a statement with one or more invalid principals.";

    [Fact]
    public void A_key_is_described_by_id_and_by_ARN_and_not_by_alias()
    {
        KeyDescription expected = new(KeyArn, "Enabled", KeyManager.Customer);

        Assert.Equal(expected, Owner.DescribeKey(Key));
        Assert.Equal(expected, Owner.DescribeKey(KeyArn.KeyId));
        Refused("NotFoundException", () => Owner.DescribeKey("alias/models"));
        Refused("NotFoundException", () => Owner.DescribeKey("00000000-0000-0000-0000-000000000000"));
        Refused("InvalidArnException", () => Owner.DescribeKey("arn:aws:s3:::bucket"));
        Refused("NotFoundException", () => Partner.DescribeKey(KeyArn.KeyId));
    }

    [Fact]
    public void Another_account_describes_a_key_only_when_the_key_policy_lets_it()
    {
        Refused("AccessDeniedException", () => Partner.DescribeKey(Key));

        Owner.PutKeyPolicy(KeyArn, KeyPolicy(Statement(Importer, "kms:DescribeKey")));

        Assert.Equal(KeyArn, Partner.DescribeKey(Key).KeyArn);
    }

    [Fact]
    public void Key_policies_are_read_and_written_only_in_the_account_and_region_of_the_key()
    {
        IAwsGateway elsewhere = Aws.Connect("owner", "eu-west-1");
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(Statement(Importer, "kms:*")));

        AwsServiceException error = Refused("AccessDeniedException", () => Partner.GetKeyPolicy(KeyArn));
        Assert.Contains("is not authorized to perform: kms:GetKeyPolicy on resource: " + Key, error.AwsMessage, StringComparison.Ordinal);
        Refused("AccessDeniedException", () => Partner.PutKeyPolicy(KeyArn, KeyPolicy()));
        Refused("NotFoundException", () => elsewhere.GetKeyPolicy(KeyArn));
        Refused("NotFoundException", () => elsewhere.PutKeyPolicy(KeyArn, KeyPolicy()));
        Refused("NotFoundException", () => elsewhere.DescribeKey(Key));
        Refused("NotFoundException", () => Owner.GetKeyPolicy(KeyArn.Parse(Key[..^1] + "0")));
    }

    [Fact]
    public void The_policy_is_replaced_whole_and_kept_to_the_byte()
    {
        string policy = "\n" + KeyPolicy(Statement(RoleText)) + "\t ";

        Owner.PutKeyPolicy(KeyArn, policy);

        Assert.Equal(policy, Owner.GetKeyPolicy(KeyArn));
    }

    [Theory]
    [InlineData("arn:aws:iam::444455556666:user/nobody")]
    [InlineData("arn:aws:iam::444455556666:role/Nobody")]
    [InlineData("arn:aws:sts::444455556666:assumed-role/Nobody/session")]
    [InlineData("arn:aws:iam::444455556666:group/scientists")]
    [InlineData("arn:aws:iam::444455556666:user/*")]
    [InlineData("AIDACKCEVSQ6C2EXAMPLE")]
    [InlineData("AROACKCEVSQ6C2EXAMPLE")]
    [InlineData("arn:aws-us-gov:iam::444455556666:root")]
    [InlineData("comprehend.amazonaws.com")]
    [InlineData("jane")]
    public void Invalid_principals_are_refused(string principal)
    {
        AwsServiceException error = Refused(
            "MalformedPolicyDocumentException", () => Owner.PutKeyPolicy(KeyArn, KeyPolicy(Statement(principal))));

        Assert.Equal(InvalidPrincipals, error.AwsMessage);
    }

    [Theory]
    [InlineData(Importer)]
    [InlineData(RoleText)]
    [InlineData("arn:aws:iam::444455556666:user/data-scientist")]
    [InlineData("arn:aws:sts::444455556666:assumed-role/ComprehendImportRole/session")]
    [InlineData("arn:aws:iam::777788889999:user/of-an-account-that-nobody-listed")]
    [InlineData("*")]
    public void Valid_principals_are_accepted(string principal)
    {
        string policy = KeyPolicy(Statement(principal));

        Owner.PutKeyPolicy(KeyArn, policy);

        Assert.Equal(policy, Owner.GetKeyPolicy(KeyArn));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"Statement":[{"Effect":"allow"}]}""")]
    [InlineData("""{"Version":"2012-10-17"}""")]
    public void Malformed_documents_are_refused(string policy) =>
        Refused("MalformedPolicyDocumentException", () => Owner.PutKeyPolicy(KeyArn, policy));

    [Fact]
    public void A_statement_without_a_principal_is_refused() => Refused(
        "MalformedPolicyDocumentException",
        () => Owner.PutKeyPolicy(KeyArn, KeyPolicy("""{"Effect":"Allow","Action":"kms:*","Resource":"*"}""")));

    [Theory]
    [InlineData("kms:Decrypt", OwnerRoot)]
    [InlineData("kms:*", Importer)]
    public void A_policy_that_locks_the_caller_out_is_refused(string action, string principal)
    {
        string policy = $$"""{"Version":"2012-10-17","Statement":[{{Statement(principal, action)}}]}""";

        AwsServiceException error = Refused("MalformedPolicyDocumentException", () => Owner.PutKeyPolicy(KeyArn, policy));

        Assert.Equal("The new key policy will not allow you to update the key policy in the future.", error.AwsMessage);
    }

    [Fact]
    public void A_deny_of_PutKeyPolicy_locks_out_too() => Refused(
        "MalformedPolicyDocumentException",
        () => Owner.PutKeyPolicy(KeyArn, KeyPolicy("""{"Effect":"Deny","Principal":"*","Action":"kms:Put*","Resource":"*"}""")));

    [Fact]
    public void The_limit_is_in_bytes_and_not_in_characters()
    {
        string policy = KeyPolicy(Statement(Importer).Replace("\"Effect\"", "\"Sid\":\"SID\",\"Effect\"", StringComparison.Ordinal));
        int room = 32_768 - policy.Length + "SID".Length;
        string fits = policy.Replace("SID", new string('a', room), StringComparison.Ordinal);

        Owner.PutKeyPolicy(KeyArn, fits);

        Assert.Equal(fits, Owner.GetKeyPolicy(KeyArn));
        Refused("LimitExceededException", () => Owner.PutKeyPolicy(KeyArn, policy.Replace("SID", new string('a', room + 1), StringComparison.Ordinal)));
        Refused("LimitExceededException", () => Owner.PutKeyPolicy(KeyArn, policy.Replace("SID", new string('a', room - 1) + "é", StringComparison.Ordinal)));
        Refused("ValidationException", () => Owner.PutKeyPolicy(KeyArn, policy.Replace("SID", "€", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_AWS_managed_key_is_read_and_not_edited()
    {
        Change("\"manager\": \"Customer\"", "\"manager\": \"Aws\"");

        Assert.Equal(KeyManager.Aws, Owner.DescribeKey(Key).KeyManager);
        Assert.Contains("key-consolepolicy-3", Owner.GetKeyPolicy(KeyArn), StringComparison.Ordinal);
        Refused("UnsupportedOperationException", () => Owner.PutKeyPolicy(KeyArn, KeyPolicy()));
    }

    [Fact]
    public void A_key_that_is_pending_deletion_is_not_edited()
    {
        Change("\"state\": \"Enabled\"", "\"state\": \"PendingDeletion\"");

        Assert.Equal("PendingDeletion", Owner.DescribeKey(Key).KeyState);
        Refused("KMSInvalidStateException", () => Owner.PutKeyPolicy(KeyArn, KeyPolicy()));
    }

    private static string Statement(string principal, string action = "kms:Decrypt") =>
        $$"""{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"{{action}}","Resource":"*"}""";
}
