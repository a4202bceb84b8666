// Who may use the keys, as statements of our shape tell it, whoever wrote them.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyAccessReaderTests
{
    [Fact]
    public void Every_set_of_principals_and_every_scope_is_an_access_of_its_own()
    {
        World world = new(Policy(
            World.Request(1, World.Jane, World.Role), World.Request(1), World.Request(1, KeyAccessScope.Model), World.Request(2, World.Third)));
        ValueList<KeyAccess> found = Read(world, World.Version(1));
        Assert.Equal(
            [(KeyAccessScope.ModelVersion, 2), (KeyAccessScope.ModelVersion, 1), (KeyAccessScope.Model, 1)],
            found.Select(access => (access.Scope, access.Principal.Count)));
        Assert.Equal(World.Partner, found[1].Principal[0].AccountId!.Value);
        Assert.Equal(World.Principals(World.Jane, World.Role), found[0].Principal);
        PolicyDocument policy = PolicyDocument.Parse(world.KeyPolicy);
        Assert.All(found, access =>
        {
            Assert.Equal((KeyAccessStatus.Granted, World.Version(1), World.KeyArn), (access.Status, access.ModelArn, access.KeyArn));
            Assert.Equal((policy, 32_768 - policy.ByteCount), (access.PreviousPolicy, access.BytesLeft));
            Assert.Equal(2, access.Statement.Count);
            Assert.Empty(access.Warning);
        });
    }

    [Theory]
    [InlineData(KeyAccessScope.ModelVersion)]
    [InlineData(KeyAccessScope.Model)]
    [InlineData(KeyAccessScope.Account)]
    [InlineData(KeyAccessScope.Service)]
    public void The_compact_form_and_hand_written_statements_are_found(KeyAccessScope scope)
    {
        foreach (KmsStatementForm form in Enum.GetValues<KmsStatementForm>())
        {
            World world = new(KmsStatementTemplate.Create(World.Principals(World.Partner), [World.Version(1)], scope, form, withSid: false)
                .Aggregate(PolicyDocument.Parse(World.ConsolePolicy), (policy, statement) => policy.Add(statement)).ToJson());
            KeyAccess access = Assert.Single(Read(world, World.Version(1)));
            Assert.Equal((scope, KeyAccessStatus.Granted, 0), (access.Scope, access.Status, access.Warning.Count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_half_grant_is_warned_of(int half)
    {
        World world = new(PolicyDocument.Parse(Policy(World.Request(1))).RemoveAt(half).ToJson());
        KeyAccess access = Assert.Single(Read(world, World.Version(1)));
        Assert.Equal(KeyAccessStatus.Granted, access.Status);
        Assert.Contains("an import will fail", Assert.Single(access.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_one_by_its_id_and_by_its_root()
    {
        World world = new(Policy(World.Request(1)).Replace("\"kms:CreateGrant\"", "[\"KMS:createGrant\"]", StringComparison.Ordinal));
        string policy = world.KeyPolicy;
        int last = policy.LastIndexOf("arn:aws:iam::444455556666:root", StringComparison.Ordinal);
        Assert.Empty(Assert.Single(Read(new World(policy[..last] + World.Partner + policy[(last + 30)..]), World.Version(1))).Warning);
    }

    [Fact]
    public void Where_nobody_has_access_one_is_NotFound()
    {
        World world = new(Policy(World.Request(2)));
        KeyAccess access = Assert.Single(Read(world, World.Version(1)));
        Assert.Equal((KeyAccessStatus.NotFound, World.KeyArn, 0, 0), (access.Status, access.KeyArn, access.Principal.Count, access.Statement.Count));
        Assert.Equal(world.KeyPolicy, access.PreviousPolicy!.ToJson());
        Assert.Empty(access.Warning);
    }

    [Fact]
    public void An_AWS_owned_key_is_NotNeeded()
    {
        World world = new(modelKey: null);
        KeyAccess access = Assert.Single(Read(world, World.Version(1)));
        Assert.Equal((KeyAccessStatus.NotNeeded, null), (access.Status, access.KeyArn));
        Assert.Equal(["DescribeDocumentClassifier"], world.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public void The_policy_of_a_key_is_read_once_for_many_versions()
    {
        World world = new(Policy([.. Enumerable.Range(1, 5).Select(number => World.Request(number))]), versions: 5);
        KeyAccessReader reader = new(world.Gateway);
        Assert.All(Enumerable.Range(1, 5), number => Assert.Equal(KeyAccessStatus.Granted, Assert.Single(reader.Read(World.Version(number))).Status));
        Assert.Equal((1, 1, 5), (world.Count("GetKeyPolicy"), world.Count("DescribeKey"), world.Count("DescribeDocumentClassifier")));
        world.AssertNothingWritten();
    }

    [Fact]
    public void Another_key_than_the_model_s_and_one_of_another_region_are_refused()
    {
        Failure.Of("KeyMismatch", () => new KeyAccessReader(new World().Gateway).Read(World.Version(1), KeyReference.Parse(World.PartnerKey)));
        Failure.Of("KeyRegionMismatch", () => Read(new World(modelKey: World.FarKey), World.Version(1)));
    }

    private static ValueList<KeyAccess> Read(World world, ModelArn model) => new KeyAccessReader(world.Gateway).Read(model);

    private static string Policy(params KeyAccessRequest[] requests) => requests.Aggregate(
        World.ConsolePolicy,
        (policy, request) => new KeyPolicyPlanner(new ResourcePolicyEvaluator())
            .PlanGrant(World.KeyArn, PolicyDocument.Parse(policy), [request], new KeyPolicyOptions()).Result.ToJson());
}
