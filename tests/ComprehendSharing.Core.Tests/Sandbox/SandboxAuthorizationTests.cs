// Who may do what in a sandbox. Each case is one policy of the scenario that is missing, wrong or in the way.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class SandboxAuthorizationTests : SandboxTestBase
{
    private const string Forbidden = "AccessDeniedException";
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string PartnerKeyId = "9999abcd-12ab-34cd-56ef-1234567890ab";
    private const string PartnerKey = $"arn:aws:kms:{Region}:{Importer}:key/{PartnerKeyId}";

    private static readonly PolicyPrincipal s_importer = PolicyPrincipal.Parse(Importer);

    [Fact]
    public void The_policies_that_this_module_writes_are_enough_for_the_whole_job()
    {
        Begin(
            owner: OwnerTemplates.ManagePolicies(Tickets, KeyArn).ToJson(),
            caller: ImporterTemplates.CallerPolicy(Tickets, AccountId.Parse(Importer), RoleText, allowTagging: true).ToJson(),
            role: ImporterTemplates.RolePolicy(KeyArn, KeyArn.Parse(PartnerKey)).ToJson(),
            trust: ImporterTemplates.RoleTrustPolicy(AccountId.Parse(Importer)).ToJson());
        Share();

        ModelArn copy = Partner.ImportModel(Encrypted() with { ModelKmsKeyId = PartnerKey, Tag = new Dictionary<string, string> { ["team"] = "ml" } });

        Assert.Equal((ModelStatus.Trained, null), Ending(copy));
        Assert.Equal([Tickets], Owner.ListModels(ModelKind.DocumentClassifier).Select(model => model.ModelArn));
        Assert.Equal([copy], Partner.ListModels(ModelKind.DocumentClassifier).Select(model => model.ModelArn));
    }

    [Theory]
    [InlineData("comprehend:PutResourcePolicy")]
    [InlineData("comprehend:DescribeResourcePolicy")]
    [InlineData("comprehend:DeleteResourcePolicy")]
    [InlineData("comprehend:DescribeDocumentClassifier")]
    [InlineData("comprehend:ListDocumentClassifiers")]
    [InlineData("kms:DescribeKey")]
    [InlineData("kms:GetKeyPolicy")]
    [InlineData("kms:PutKeyPolicy")]
    public void Without_an_action_of_the_owner_s_policy_its_call_is_denied(string action)
    {
        string policy = OwnerTemplates.ManagePolicies(Tickets, KeyArn).ToJson();
        string without = policy.Replace($"\"{action}\"", "\"comprehend:DetectSentiment\"", StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(policy, without);
        Begin(owner: without);
        Aws.Connect("admin").PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);

        AwsServiceException error = Refused(Forbidden, () => Call(action));

        Assert.EndsWith($"because no identity-based policy allows the {action} action", error.AwsMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_of_policies_gives_nothing_and_no_list_gives_everything()
    {
        Begin(caller: null, owner: "");

        Refused(Forbidden, () => Owner.DescribeModel(Tickets));
        Aws.Connect("admin").PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
        Assert.Equal(ModelStatus.InError, Ending(Partner.ImportModel(Encrypted())).Status);
    }

    [Theory]
    [InlineData("comprehend:ImportModel", "because no identity-based policy allows the comprehend:ImportModel action")]
    [InlineData("iam:PassRole", "because no identity-based policy allows the iam:PassRole action")]
    [InlineData("comprehend:TagResource", "because no identity-based policy allows the comprehend:TagResource action")]
    public void An_importer_without_one_of_the_three_actions_is_denied(string action, string ending)
    {
        string policy = ImporterTemplates.CallerPolicy(Tickets, AccountId.Parse(Importer), RoleText, allowTagging: true).ToJson();
        Begin(caller: policy.Replace($"\"{action}\"", "\"comprehend:DetectSentiment\"", StringComparison.Ordinal));
        Share();

        AwsServiceException error = Refused(Forbidden, () => Partner.ImportModel(Encrypted() with { Tag = new Dictionary<string, string> { ["team"] = "ml" } }));

        Assert.EndsWith(ending, error.AwsMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comprehend:DescribeDocumentClassifier")]
    [InlineData("comprehend:ListDocumentClassifiers")]
    public void An_importer_without_one_of_the_other_actions_cannot_follow_the_copy(string action)
    {
        string policy = ImporterTemplates.CallerPolicy(Tickets, AccountId.Parse(Importer), RoleText).ToJson();
        Begin(caller: policy.Replace($"\"{action}\"", "\"comprehend:DetectSentiment\"", StringComparison.Ordinal));
        Share();
        ModelArn copy = Partner.ImportModel(Encrypted());

        AwsServiceException error = Refused(Forbidden, () => _ = action == "comprehend:DescribeDocumentClassifier"
            ? Partner.DescribeModel(copy)
            : Partner.ListModels(ModelKind.DocumentClassifier).First());

        Assert.EndsWith($"because no identity-based policy allows the {action} action", error.AwsMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role/ComprehendImportRole", "role/Other")]
    [InlineData("comprehend.amazonaws.com", "sagemaker.amazonaws.com")]
    public void PassRole_for_another_role_or_service_is_no_PassRole_for_this(string old, string replacement)
    {
        string policy = ImporterTemplates.CallerPolicy(Tickets, AccountId.Parse(Importer), RoleText).ToJson();
        Begin(caller: policy.Replace(old, replacement, StringComparison.Ordinal));
        Share();

        Assert.Contains("iam:PassRole", Refused(Forbidden, () => Partner.ImportModel(Encrypted())).AwsMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Null\":{\"comprehend:ModelKmsKey\":\"true\"}", null, false)]
    [InlineData("\"Null\":{\"comprehend:ModelKmsKey\":\"true\"}", PartnerKey, true)]
    [InlineData("\"ArnNotEquals\":{\"comprehend:ModelKmsKey\":\"" + PartnerKey + "\"}", PartnerKey, true)]
    [InlineData("\"ArnNotEquals\":{\"comprehend:ModelKmsKey\":\"" + Key + "\"}", PartnerKey, false)]
    public void A_guardrail_on_the_key_of_the_copy_decides_about_imports(string condition, string? key, bool isAllowed)
    {
        Begin(control: $$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"comprehend:ImportModel","Resource":"*","Condition":{ {{condition}} } } }""");
        Share();
        ImportModelRequest import = Encrypted() with { ModelKmsKeyId = key };

        if (isAllowed)
        {
            Partner.ImportModel(import);
        }
        else
        {
            AwsServiceException error = Refused(Forbidden, () => Partner.ImportModel(import));
            Assert.EndsWith("with an explicit deny in a service control policy", error.AwsMessage, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("444455556666", "777788889999", "trust")]
    [InlineData("comprehend.amazonaws.com", "sagemaker.amazonaws.com", "trust")]
    [InlineData("\"kms:CreateGrant\"", "\"kms:RetireGrant\"", "kms:CreateGrant")]
    [InlineData("\"kms:Decrypt\"", "\"kms:Encrypt\"", "kms:Decrypt")]
    [InlineData("\"kms:GenerateDataKey\"", "\"kms:Encrypt\"", "kms:GenerateDataKey")]
    [InlineData("s3.us-west-2", "s3.us-east-1", "kms:Decrypt")]
    public void A_wrong_role_ends_the_import_in_error(string old, string replacement, string reason)
    {
        string role = ImporterTemplates.RolePolicy(KeyArn).ToJson().Replace(old, replacement, StringComparison.Ordinal);
        string trust = ImporterTemplates.RoleTrustPolicy(AccountId.Parse(Importer)).ToJson().Replace(old, replacement, StringComparison.Ordinal);
        Begin(role: role, trust: trust);
        Share();

        (string status, string? message) = Ending(Partner.ImportModel(Encrypted()));

        Assert.Equal(ModelStatus.InError, status);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_policy_for_another_version_ends_the_import_in_error()
    {
        Begin();
        Share(ModelArn.Parse($"{Tickets}x"));

        (string status, string? message) = Ending(Partner.ImportModel(Encrypted()));

        Assert.Equal(ModelStatus.InError, status);
        Assert.Contains("no resource-based policy allows the kms:Decrypt action", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_may_not_use_the_key_of_the_copy_ends_the_import_in_error()
    {
        Begin(role: ImporterTemplates.RolePolicy(KeyArn).ToJson());
        Share();

        (string status, string? message) = Ending(Partner.ImportModel(Encrypted() with { ModelKmsKeyId = PartnerKey }));

        Assert.Equal(ModelStatus.InError, status);
        Assert.Contains($"the KMS key {PartnerKey} for the new model", message, StringComparison.Ordinal);
    }

    private static ImportModelRequest Encrypted() => new() { SourceModelArn = Tickets, DataAccessRoleArn = Role };

    /// <summary>The default scenario with other policies: none where null is given, an empty list for an empty text.</summary>
    private void Begin(string? owner = null, string? caller = null, string? role = AllowAll, string? trust = null, string? control = null) =>
        Aws = NewAws($$"""
            {
              "region": "{{Region}}",
              "accounts": [
                {
                  "id": "111122223333",
                  "principals": [
                    {"arn": "arn:aws:iam::111122223333:user/model-owner", "profile": "owner" {{Policies(owner)}} },
                    {"arn": "arn:aws:iam::111122223333:user/admin", "profile": "admin"}
                  ],
                  "keys": [{"id": "1234abcd-12ab-34cd-56ef-1234567890ab", "policy": {{KeyPolicy()}} }],
                  "models": [{"arn": "{{Tickets}}", "modelKmsKeyId": "{{Key}}"}]
                },
                {
                  "id": "{{Importer}}",
                  "principals": [
                    {"arn": "arn:aws:iam::{{Importer}}:user/data-scientist", "profile": "partner" {{Policies(caller)}} },
                    {"arn": "{{RoleText}}" {{Policies(role)}} {{(trust is null ? "" : $", \"trust\": {trust}")}} }
                  ],
                  {{(control is null ? "" : $"\"controlPolicies\": [{AllowAll}, {control}],")}}
                  "keys": [{"id": "{{PartnerKeyId}}", "policy": {{KeyPolicy().Replace("111122223333", Importer, StringComparison.Ordinal)}} }]
                }
              ]
            }
            """);

    private static string Policies(string? policy) => policy is null ? "" : $", \"policies\": [{policy}]";

    /// <summary>The owner's two policies, written with the rights of somebody who has them all.</summary>
    private void Share(ModelArn? version = null)
    {
        IAwsGateway admin = Aws.Connect("admin");
        admin.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
        PolicyDocument opened = KmsStatementTemplate
            .Create([s_importer], [version ?? Tickets], KeyAccessScope.ModelVersion, KmsStatementForm.Split)
            .Aggregate(PolicyDocument.Parse(admin.GetKeyPolicy(KeyArn)), (policy, statement) => policy.Add(statement));
        admin.PutKeyPolicy(KeyArn, opened.ToJson());
    }

    private (string Status, string? Message) Ending(ModelArn copy)
    {
        Aws.Clock.Advance(TimeSpan.FromMinutes(2));
        ComprehendModel model = Partner.DescribeModel(copy);
        return (model.Status, model.Message);
    }

    private void Call(string action)
    {
        switch (action)
        {
            case "comprehend:PutResourcePolicy":
                Owner.PutResourcePolicy(Tickets, ModelPolicy(), revisionId: null);
                break;
            case "comprehend:DescribeResourcePolicy":
                Owner.DescribeResourcePolicy(Tickets);
                break;
            case "comprehend:DeleteResourcePolicy":
                Owner.DeleteResourcePolicy(Tickets, revisionId: null);
                break;
            case "comprehend:DescribeDocumentClassifier":
                Owner.DescribeModel(Tickets);
                break;
            case "comprehend:ListDocumentClassifiers":
                _ = Owner.ListModels(ModelKind.DocumentClassifier).Count();
                break;
            case "kms:DescribeKey":
                Owner.DescribeKey(Key);
                break;
            case "kms:GetKeyPolicy":
                Owner.GetKeyPolicy(KeyArn);
                break;
            default:
                Owner.PutKeyPolicy(KeyArn, KeyPolicy());
                break;
        }
    }
}
