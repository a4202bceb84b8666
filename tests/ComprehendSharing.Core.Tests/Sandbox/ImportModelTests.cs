using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class ImportModelTests : SandboxTestBase
{
    private const string Forbidden = "AccessDeniedException";
    private const string Invalid = "InvalidRequestException";
    private const string PartnerKeyId = "9999abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly string s_useStatement =
        $$$$"""{"Effect":"Allow","Principal":{"AWS":"{{{{Importer}}}}"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"{{{{Tickets}}}}"}}}""";

    private static readonly string s_partnerKeyPolicy =
        $$$"""{"Statement": {"Effect":"Allow","Principal":{"AWS":"{{{Importer}}}"},"Action":"kms:*","Resource":"*"}}""";

    private static readonly string s_grantStatement =
        $$$$"""{"Effect":"Allow","Principal":{"AWS":"{{{{Importer}}}}"},"Action":"kms:CreateGrant","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:aws:comprehend:arn":"{{{{Tickets}}}}"}}}""";

    [Fact]
    public void A_shared_model_under_an_AWS_owned_key_is_copied_without_a_role()
    {
        Share(Products);

        ModelArn copy = Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products });

        Assert.Equal("arn:aws:comprehend:us-west-2:444455556666:entity-recognizer/products/version/v1", copy.ToString());
        Assert.Equal(
            new ComprehendModel
            {
                ModelArn = copy,
                Status = ModelStatus.Submitted,
                LanguageCode = "en",
                SourceModelArn = Products,
                SubmitTime = Start,
            },
            Partner.DescribeModel(copy));
        Assert.Equal(ResourcePolicyDescription.None, Partner.DescribeResourcePolicy(copy));
        Assert.Equal([copy], Partner.ListModels(ModelKind.EntityRecognizer).Select(model => model.ModelArn));
        Assert.Equal([Products], Owner.ListModels(ModelKind.EntityRecognizer).Select(model => model.ModelArn));
    }

    [Fact]
    public void The_status_moves_with_the_clock_to_TRAINED()
    {
        Share(Products);
        ModelArn copy = Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products });

        Assert.Equal(ModelStatus.Submitted, StatusAfter(14, copy));
        Assert.Equal(ModelStatus.Training, StatusAfter(1, copy));
        Assert.Equal(ModelStatus.Training, StatusAfter(44, copy));
        Assert.Null(Partner.DescribeModel(copy).EndTime);
        Assert.Equal(ModelStatus.Trained, StatusAfter(1, copy));
        Aws.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((Start, Start.AddSeconds(60)), (Partner.DescribeModel(copy).SubmitTime, Partner.DescribeModel(copy).EndTime));
        Assert.Null(Partner.DescribeModel(copy).Message);
    }

    [Fact]
    public void A_model_under_a_customer_managed_key_is_copied_when_the_key_lets_the_role_in()
    {
        Share(Tickets);
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(s_useStatement, s_grantStatement));

        ModelArn copy = Partner.ImportModel(Encrypted() with { ModelName = "bought", VersionName = "a-1" });

        Assert.Equal("document-classifier/bought/version/a-1", copy.ToString().Split(':')[5]);
        Assert.Equal(ModelStatus.Trained, StatusAfter(60, copy));
        Assert.Equal((Role, null), (Partner.DescribeModel(copy).DataAccessRoleArn, Partner.DescribeModel(copy).ModelKmsKeyId));
    }

    [Fact]
    public void Compact_access_to_the_key_is_enough()
    {
        Share(Tickets);
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(
            $$$$"""{"Effect":"Allow","Principal":{"AWS":"{{{{RoleText}}}}"},"Action":["kms:Decrypt","kms:GenerateDataKey","kms:CreateGrant"],"Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:*"}}}"""));

        Assert.Equal(ModelStatus.Trained, StatusAfter(60, Partner.ImportModel(Encrypted())));
    }

    public static TheoryData<string, string> IncompleteKeyAccess() => new()
    {
        { "kms:Decrypt", string.Empty },
        { "kms:Decrypt", s_grantStatement },
        { "kms:CreateGrant", s_useStatement },
        { "kms:GenerateDataKey", s_useStatement.Replace(",\"kms:GenerateDataKey\"", string.Empty, StringComparison.Ordinal) + "," + s_grantStatement },

        // aws:SourceArn on kms:CreateGrant: the mistake that the documents warn of.
        { "kms:CreateGrant", s_useStatement.Replace("\"kms:GenerateDataKey\"", "\"kms:GenerateDataKey\",\"kms:CreateGrant\"", StringComparison.Ordinal) },

        // Only the user, while Comprehend calls KMS as the role.
        { "kms:Decrypt", (s_useStatement + "," + s_grantStatement).Replace("\"AWS\":\"444455556666\"", "\"AWS\":\"arn:aws:iam::444455556666:user/data-scientist\"", StringComparison.Ordinal) },
        { "kms:Decrypt", (s_useStatement + "," + s_grantStatement).Replace("version/v2", "version/v1", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(IncompleteKeyAccess))]
    public void Without_access_to_the_key_the_import_ends_in_error_later(string action, string statements)
    {
        Share(Tickets);
        Owner.PutKeyPolicy(KeyArn, KeyPolicy([.. new[] { statements }.Where(text => text.Length > 0)]));

        ModelArn copy = Partner.ImportModel(Encrypted());

        Assert.Equal(ModelStatus.Training, StatusAfter(29, copy));
        Assert.Equal(ModelStatus.InError, StatusAfter(1, copy));
        ComprehendModel model = Partner.DescribeModel(copy);
        Assert.Equal(Start.AddSeconds(30), model.EndTime);
        Assert.All([Key, RoleText, action, Tickets.ToString(), "key"], text => Assert.Contains(text, model.Message!, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_key_allowed_at_the_start_decides()
    {
        Share(Tickets);
        ModelArn copy = Partner.ImportModel(Encrypted());
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(s_useStatement, s_grantStatement));

        Assert.Equal(ModelStatus.InError, StatusAfter(60, copy));
        Assert.Equal(ModelStatus.Trained, StatusAfter(60, Partner.ImportModel(Encrypted() with { VersionName = "v3" })));
    }

    [Fact]
    public void A_disabled_key_of_the_source_ends_in_error()
    {
        Change("\"state\": \"Enabled\"", "\"state\": \"Disabled\"");
        Share(Tickets);
        Owner.PutKeyPolicy(KeyArn, KeyPolicy(s_useStatement, s_grantStatement));

        ModelArn copy = Partner.ImportModel(Encrypted());

        Assert.Equal(ModelStatus.InError, StatusAfter(30, copy));
        Assert.Contains("Disabled", Partner.DescribeModel(copy).Message!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_does_not_exist_ends_in_error()
    {
        Share(Products);

        ModelArn copy = Partner.ImportModel(new ImportModelRequest
        {
            SourceModelArn = Products,
            DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/ComprehendImportRol"),
        });

        Assert.Equal(ModelStatus.InError, StatusAfter(30, copy));
        Assert.Contains("role/ComprehendImportRol ", Partner.DescribeModel(copy).Message!, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_policy_another_account_is_denied()
    {
        AwsServiceException error = Refused(Forbidden, () => Partner.ImportModel(Encrypted()));

        Assert.EndsWith("because no resource-based policy allows the comprehend:ImportModel action", error.AwsMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("777788889999", "*")]
    [InlineData("arn:aws:iam::444455556666:user/other", "*")]
    [InlineData(Importer, "arn:aws:comprehend:us-west-2:111122223333:document-classifier/other/version/v1")]
    public void A_model_policy_that_does_not_cover_the_caller_denies(string principal, string resource)
    {
        Owner.PutResourcePolicy(Tickets, ModelPolicy(principal, resource), revisionId: null);

        Refused(Forbidden, () => Partner.ImportModel(Encrypted()));
    }

    [Fact]
    public void An_explicit_deny_is_named()
    {
        Owner.PutResourcePolicy(
            Tickets,
            ModelPolicy()[..^2] + ""","""
            + """{"Effect":"Deny","Principal":"*","Action":"comprehend:ImportModel","Resource":"*"}]}""",
            revisionId: null);

        AwsServiceException error = Refused(Forbidden, () => Partner.ImportModel(Encrypted()));

        Assert.EndsWith("with an explicit deny in a resource-based policy", error.AwsMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_own_account_no_model_policy_is_needed()
    {
        ModelArn copy = Owner.ImportModel(new ImportModelRequest { SourceModelArn = Products, VersionName = "v2" });

        Assert.Equal(ModelStatus.Trained, StatusAfter(60, copy, Owner));
    }

    [Fact]
    public void Another_region_is_refused_before_all_else()
    {
        AwsServiceException error = Refused(Invalid, () => Aws.Connect("partner", "eu-west-1").ImportModel(Encrypted()));

        Assert.Contains("can't be imported from a different Region", error.AwsMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-tickets")]
    [InlineData("tickets_2")]
    [InlineData("")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public void Names_have_their_pattern(string name)
    {
        Share(Products);

        Refused(Invalid, () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products, ModelName = name }));
        Refused(Invalid, () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products, VersionName = name }));
    }

    [Fact]
    public void There_are_50_tags_at_most()
    {
        Share(Products);
        Dictionary<string, string> tags = Enumerable.Range(0, 51).ToDictionary(number => $"tag{number}", _ => string.Empty);

        Refused("TooManyTagsException", () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products, Tag = tags }));
        tags.Remove("tag0");
        Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products, Tag = tags });
        Refused(Invalid, () => Partner.ImportModel(new ImportModelRequest
        {
            SourceModelArn = Products,
            Tag = new Dictionary<string, string> { [new string('k', 129)] = "v" },
        }));
    }

    [Fact]
    public void A_source_that_does_not_exist_is_not_found() => Refused(
        "ResourceNotFoundException",
        () => Partner.ImportModel(Encrypted() with { SourceModelArn = ModelArn.Parse(Tickets.ToString() + "2") }));

    [Theory]
    [InlineData("TRAINING", false)]
    [InlineData("IN_ERROR", false)]
    [InlineData("TRAINED_WITH_WARNING", true)]
    public void Only_a_trained_model_can_be_imported(string status, bool isAccepted)
    {
        Change("products/version/v1\",\n          \"status\": \"TRAINED\"", $"products/version/v1\",\n          \"status\": \"{status}\"");
        Share(Products);
        ImportModelRequest request = new() { SourceModelArn = Products };
        if (isAccepted)
        {
            Partner.ImportModel(request);
            return;
        }

        AwsServiceException error = Refused("ResourceUnavailableException", () => Partner.ImportModel(request));
        Assert.Contains(status, error.AwsMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_with_the_same_names_is_in_the_way()
    {
        Share(Products);
        Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products });

        Refused("ResourceInUseException", () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products }));
        Refused("ResourceInUseException", () => Owner.ImportModel(new ImportModelRequest { SourceModelArn = Products }));
    }

    [Fact]
    public void A_role_is_required_where_a_customer_managed_key_is_in_use()
    {
        AddPartnerKey("Enabled", "Customer");
        Share(Tickets);
        Share(Products);

        Refused(Invalid, () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Tickets }));
        Refused(Invalid, () => Partner.ImportModel(new ImportModelRequest { SourceModelArn = Products, ModelKmsKeyId = PartnerKeyId }));
    }

    [Fact]
    public void The_key_of_the_copy_is_echoed_as_it_was_given()
    {
        AddPartnerKey("Enabled", "Customer");
        Share(Products);

        ModelArn copy = Partner.ImportModel(new ImportModelRequest
        {
            SourceModelArn = Products,
            ModelKmsKeyId = PartnerKeyId,
            DataAccessRoleArn = Role,
        });

        Assert.Equal(PartnerKeyId, Partner.DescribeModel(copy).ModelKmsKeyId);
        Assert.Equal(ModelStatus.Trained, StatusAfter(60, copy));
    }

    [Theory]
    [InlineData("Disabled", "Customer", PartnerKeyId)]
    [InlineData("Enabled", "Aws", PartnerKeyId)]
    [InlineData("Enabled", "Customer", "alias/mine")]
    [InlineData("Enabled", "Customer", Key)]
    [InlineData("Enabled", "Customer", "00000000-0000-0000-0000-000000000000")]
    public void The_key_of_the_copy_must_be_an_enabled_key_of_the_importer(string state, string manager, string keyId)
    {
        AddPartnerKey(state, manager);
        Share(Products);

        Refused("KmsKeyValidationException", () => Partner.ImportModel(new ImportModelRequest
        {
            SourceModelArn = Products,
            ModelKmsKeyId = keyId,
            DataAccessRoleArn = Role,
        }));
    }

    [Fact]
    public void A_role_of_another_account_is_refused()
    {
        Share(Tickets);

        Refused(Invalid, () => Partner.ImportModel(Encrypted() with { DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::111122223333:role/Mine") }));
    }

    private static ImportModelRequest Encrypted() => new() { SourceModelArn = Tickets, DataAccessRoleArn = Role };

    private void Share(ModelArn model) => Owner.PutResourcePolicy(model, ModelPolicy(), revisionId: null);

    private string StatusAfter(int seconds, ModelArn model, IAwsGateway? gateway = null)
    {
        Aws.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return (gateway ?? Partner).DescribeModel(model).Status;
    }

    private void AddPartnerKey(string state, string manager) => Change(
        "\"id\": \"444455556666\",",
        $$"""
        "id": "444455556666",
        "keys": [{"id": "{{PartnerKeyId}}", "state": "{{state}}", "manager": "{{manager}}", "policy": {{s_partnerKeyPolicy}} }],
        """);
}
