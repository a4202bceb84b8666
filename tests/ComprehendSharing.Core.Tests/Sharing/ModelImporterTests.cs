using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ModelImporterTests
{
    private const string Allow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}""";

    private static readonly ImportRequest s_plain = new() { SourceModelArn = World.Version(1) };
    private static readonly RoleArn s_role = RoleArn.Parse(World.Role);

    [Fact]
    public void A_copy_is_named_like_its_source()
    {
        World world = Shared();
        ImportedModel copy = Import(world.PartnerGateway, s_plain);
        Assert.Equal($"arn:aws:comprehend:us-west-2:{World.Partner}:document-classifier/tickets/version/v1", $"{copy.ModelArn}");
        Assert.Equal(World.Version(1), copy.SourceModelArn);
        Assert.Equal("SUBMITTED", copy.Status);
        Assert.Equal(
            ["GetCallerIdentity", "ListDocumentClassifiers", "ImportModel", "DescribeDocumentClassifier"],
            world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void A_copy_has_the_name_key_role_and_tags_that_were_asked_for()
    {
        ImportModelRequest call = new ModelImporter(Shared().PartnerGateway).Check(s_plain with
        {
            ModelName = "mine",
            VersionName = "first",
            DataAccessRoleArn = s_role,
            ModelKmsKeyId = World.PartnerKey,
            Tag = new Dictionary<string, string> { ["team"] = "ml" },
        });
        Assert.Equal(("mine", "first", s_role, World.PartnerKey), (call.ModelName, call.VersionName, call.DataAccessRoleArn, call.ModelKmsKeyId));
        Assert.Equal("ml", call.Tag["team"]);
    }

    [Fact]
    public void A_source_without_a_version_gives_a_copy_without_one() => Assert.Equal(
        $"arn:aws:comprehend:us-west-2:{World.Partner}:document-classifier/plain",
        $"{Import(Shared().PartnerGateway, new ImportRequest { SourceModelArn = World.Unversioned }).ModelArn}");

    [Fact]
    public void A_dry_run_tells_the_copy_and_imports_nothing()
    {
        World world = Shared();
        ModelImporter importer = new(world.PartnerGateway);
        ImportedModel copy = importer.Preview(importer.Check(s_plain with { ModelName = "mine" }));
        Assert.Equal($"arn:aws:comprehend:us-west-2:{World.Partner}:document-classifier/mine/version/v1", $"{copy.ModelArn}");
        Assert.Equal(ModelStatus.Planned, copy.Status);
        world.AssertNothingWritten();
    }

    [Fact]
    public void Another_region_is_refused_before_any_call()
    {
        World world = Shared();
        SharingException error = Failure.Of(
            "RegionMismatch", () => new ModelImporter(world.Aws.Connect("partner", "us-east-1")).Check(s_plain));
        Assert.Contains("us-west-2", error.Recommendation, StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a_b")]
    [InlineData("é")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_name_that_Comprehend_does_not_take_is_refused_before_any_call(string name)
    {
        World world = Shared();
        ModelImporter importer = new(world.PartnerGateway);
        Assert.Contains("model name", Failure.Of("InvalidModelName", () => importer.Check(s_plain with { ModelName = name })).Cause, StringComparison.Ordinal);
        Assert.Contains("version name", Failure.Of("InvalidModelName", () => importer.Check(s_plain with { VersionName = name })).Cause, StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Theory]
    [InlineData("alias/mine")]
    [InlineData("arn:aws:kms:us-west-2:444455556666:alias/mine")]
    public void An_alias_for_the_copy_s_key_is_refused_before_any_call(string key)
    {
        World world = Shared();
        Failure.Of("KeyAliasNotSupported", () => new ModelImporter(world.PartnerGateway).Check(s_plain with { DataAccessRoleArn = s_role, ModelKmsKeyId = key }));
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_customer_managed_key_needs_a_role()
    {
        World world = Shared();
        ModelImporter importer = new(world.PartnerGateway);
        Assert.Contains(
            "the source is encrypted",
            Failure.Of("DataAccessRoleRequired", () => importer.Check(s_plain with { SourceKmsKeyArn = World.KeyArn })).Cause,
            StringComparison.Ordinal);
        Assert.Contains(
            "the copy is encrypted",
            Failure.Of("DataAccessRoleRequired", () => importer.Check(s_plain with { ModelKmsKeyId = World.PartnerKey })).Cause,
            StringComparison.Ordinal);
        Assert.Empty(world.Aws.Calls);
    }

    [Fact]
    public void A_role_of_another_account_is_refused()
    {
        World world = Shared();
        RoleArn role = RoleArn.Parse($"arn:aws:iam::{World.Owner}:role/Importer");
        SharingException error = Failure.Of(
            "RoleInAnotherAccount", () => new ModelImporter(world.PartnerGateway).Check(s_plain with { DataAccessRoleArn = role }));
        Assert.Contains(World.Owner, error.Cause, StringComparison.Ordinal);
        Assert.Contains(World.Partner, error.Cause, StringComparison.Ordinal);
        world.AssertNothingWritten();
    }

    [Fact]
    public void A_second_copy_of_the_same_source_is_refused_at_every_stage_of_the_first_but_not_with_Force()
    {
        World world = Shared();
        IAwsGateway partner = world.PartnerGateway;
        ImportedModel first = Import(partner, s_plain);
        foreach (string status in new[] { "SUBMITTED", "TRAINING", "TRAINED" })
        {
            Assert.Equal(status, partner.DescribeModel(first.ModelArn).Status);
            SharingException error = Failure.Of("ModelAlreadyImported", () => new ModelImporter(partner).Check(s_plain with { ModelName = "second" }));
            Assert.Contains($"{first.ModelArn}", error.Cause, StringComparison.Ordinal);
            world.Aws.Clock.Advance(TimeSpan.FromSeconds(45));
        }

        Assert.Equal(1, world.Count("ImportModel"));
        Assert.Equal("second", Import(partner, s_plain with { ModelName = "second", Force = true }).Name);
    }

    [Fact]
    public void A_failed_copy_is_in_nobody_s_way()
    {
        // The key of the source is closed to the role, so the first import ends in IN_ERROR.
        World world = new(modelPolicy: Allow);
        IAwsGateway partner = world.PartnerGateway;
        ImportRequest request = s_plain with { SourceKmsKeyArn = World.KeyArn, DataAccessRoleArn = s_role };
        ImportedModel failed = Import(partner, request);
        world.Aws.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("IN_ERROR", partner.DescribeModel(failed.ModelArn).Status);
        world.Grant(World.Request(1));
        ImportedModel copy = Import(partner, request with { VersionName = "again" });
        world.Aws.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("TRAINED", partner.DescribeModel(copy.ModelArn).Status);
    }

    [Fact]
    public void After_a_lost_answer_the_copy_is_looked_for_and_found_and_no_second_is_made()
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault("ImportModel", 1, SandboxFaultKind.TimeoutAfterWork));
        ImportedModel copy = Import(new RetryingGateway(world.PartnerGateway), s_plain with { ModelName = "mine" });
        Assert.Equal(("mine", World.Version(1)), (copy.Name, copy.SourceModelArn));
        Failure.Of("ModelAlreadyImported", () => Import(world.PartnerGateway, s_plain));
        Assert.Equal(1, world.Count("ImportModel"));
    }

    [Fact]
    public void After_a_lost_answer_another_copy_of_the_same_source_is_not_taken_for_it()
    {
        World world = Shared();
        Import(world.PartnerGateway, s_plain);
        world.Aws.AddFault(new SandboxFault("ImportModel", 1, SandboxFaultKind.ServerError));
        Failure.Of("ImportOutcomeUnknown", () => Import(world.PartnerGateway, s_plain with { VersionName = "again", Force = true }));
    }

    [Fact]
    public void A_failed_import_without_a_copy_says_that_its_outcome_is_unknown_and_is_not_repeated()
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault("ImportModel", 1, SandboxFaultKind.ServerError));
        SharingException error = Failure.Of("ImportOutcomeUnknown", () => Import(new RetryingGateway(world.PartnerGateway), s_plain));
        Assert.Equal(World.Version(1), error.Target);
        Assert.Contains("tickets v1", error.Cause, StringComparison.Ordinal);
        Assert.Equal("InternalServerException", Assert.IsType<AwsServiceException>(error.InnerException).ErrorCode);
        Assert.Equal(1, world.Count("ImportModel"));
    }

    [Fact]
    public void After_a_lost_answer_copies_that_cannot_be_listed_leave_the_outcome_unknown()
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault("ImportModel", 1, SandboxFaultKind.TimeoutAfterWork));
        world.Aws.AddFault(new SandboxFault("ListDocumentClassifiers", 2, SandboxFaultKind.ServerError));
        SharingException error = Failure.Of("ImportOutcomeUnknown", () => Import(world.PartnerGateway, s_plain));
        Assert.Equal("ImportModel", Assert.IsType<AwsServiceException>(error.InnerException).Operation);
    }

    [Fact]
    public void A_copy_that_cannot_be_described_is_told_all_the_same()
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault("DescribeDocumentClassifier", 1, SandboxFaultKind.ServerError));
        ImportedModel copy = Import(world.PartnerGateway, s_plain);
        Assert.Equal(World.Version(1), copy.SourceModelArn);
        Assert.Equal(copy.ModelArn, world.Aws.Describe().Model.Single(model => model.SourceModelArn is not null).ModelArn);
        Assert.Equal(ModelStatus.Submitted, copy.Status);
    }

    [Fact]
    public void A_throttled_import_did_nothing_and_is_repeated()
    {
        World world = Shared();
        world.Aws.AddFault(new SandboxFault("ImportModel", 1, SandboxFaultKind.Throttle));
        Assert.Equal(World.Version(1), Import(new RetryingGateway(world.PartnerGateway), s_plain).SourceModelArn);
        Assert.Equal(2, world.Count("ImportModel"));
        Assert.Single(world.Aws.Describe().Model, model => model.SourceModelArn is not null);
    }

    [Fact]
    public void What_AWS_denies_is_its_own_error_and_no_copy()
    {
        World world = new(modelKey: null);
        Failure.Of("AwsAccessDenied", () => Import(world.PartnerGateway, s_plain));
        Assert.DoesNotContain(world.Aws.Describe().Model, model => model.SourceModelArn is not null);
    }

    private static World Shared() => new(modelKey: null, modelPolicy: Allow);

    private static ImportedModel Import(IAwsGateway gateway, ImportRequest request)
    {
        ModelImporter importer = new(gateway);
        return importer.Apply(importer.Check(request));
    }
}
