// The policies of the roles that train and serve models: enough for what Comprehend does with them, and nothing too much.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

public sealed class TrainingTemplatesTests
{
    private static readonly TrainingCase s_case = new();
    private static readonly TrainingCase s_foreign = new(TrainingCase.OtherAccount);
    private static readonly AccountId s_account = AccountId.Parse(TrainingCase.Account);
    private static readonly EndpointArn s_endpoint =
        EndpointArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/tickets");

    public static TheoryData<string, string> Partitions { get; } = new()
    {
        { "aws", "us-west-2" },
        { "aws-us-gov", "us-gov-west-1" },
        { "aws-cn", "cn-north-1" },
    };

    public static TheoryData<string> Parts { get; } = new(
        from role in new[] { "training", "endpoint", "import" }
        from less in TrainingCase.Less(Policy(role).Statement)
        select $"{role} {less.Missing}");

    public static TheoryData<string> OwnerParts { get; } = new(
        from key in TrainingTemplates.ForeignKeys(s_foreign.Training)
        from less in TrainingCase.Less(TrainingTemplates.KeyOwnerStatements(s_foreign.Role, s_foreign.Training, key))
        select less.Missing);

    [Theory]
    [InlineData("training")]
    [InlineData("endpoint")]
    [InlineData("import")]
    public void A_role_s_policy_is_enough_for_its_purpose(string role)
    {
        Assert.NotEmpty(Requests(role));
        Assert.Null(TrainingCase.FirstDenied(Requests(role), Policy(role)));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Without_any_of_its_actions_or_resources_it_is_not(string missing)
    {
        string[] words = missing.Split(' ');
        (string role, string part) = (words[0], words[2]);
        ValueList<PolicyStatement> rest = TrainingCase.Less(Policy(role).Statement).Single(less => missing == $"{role} {less.Missing}").Statement;

        AccessRequest? denied = TrainingCase.FirstDenied(Requests(role), PolicyDocument.Create(rest));

        Assert.NotNull(denied);
        Assert.True(part == denied.Action || part == "*" || part.StartsWith("arn:", StringComparison.Ordinal), $"{missing}: {denied.Action}");
    }

    [Theory]
    [MemberData(nameof(Partitions))]
    public void It_is_so_in_every_partition(string partition, string region)
    {
        TrainingCase here = new(partition: partition, region: region);
        PolicyDocument policy = TrainingTemplates.RolePolicy(here.Training);

        Assert.Null(TrainingCase.FirstDenied(TrainingUse.Requests(here.Role, here.Training), policy));
        Assert.All(policy.Statement.SelectMany(statement => statement.Resource), arn => Assert.True(arn == "*" || arn.StartsWith($"arn:{partition}:", StringComparison.Ordinal), arn));
    }

    [Fact]
    public void Only_what_is_about_no_resource_is_allowed_on_all() => Assert.Equal(
        [
            "ec2:DeleteNetworkInterfacePermission", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions",
            "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
        ],
        TrainingTemplates.RolePolicy(s_case.Training).Statement.Where(statement => statement.Resource.Contains("*")).SelectMany(statement => statement.Action));

    [Fact]
    public void What_is_not_used_is_not_allowed()
    {
        TrainingResources plain = new() { Model = s_case.Training.Model, Input = [S3Uri.Parse("s3://training-data")] };

        PolicyDocument policy = TrainingTemplates.RolePolicy(plain);

        Assert.Null(TrainingCase.FirstDenied(TrainingUse.Requests(s_case.Role, plain), policy));
        Assert.Equal(["s3:GetObject", "s3:ListBucket"], policy.Statement.SelectMany(statement => statement.Action));
        Assert.Equal(["arn:aws:s3:::training-data/*", "arn:aws:s3:::training-data"], policy.Statement.SelectMany(statement => statement.Resource));
    }

    [Fact]
    public void An_input_within_another_is_not_said_twice() => Assert.Equal(
        ["arn:aws:s3:::data/a*", "arn:aws:s3:::other/a/b*"],
        TrainingTemplates.RolePolicy(new()
        {
            Model = s_case.Training.Model,
            Input = [S3Uri.Parse("s3://data/a/b"), S3Uri.Parse("s3://data/a"), S3Uri.Parse("s3://data/a"), S3Uri.Parse("s3://other/a/b")],
        }).Statement[0].Resource);

    [Theory]
    [InlineData("s3://bucket/a*b", "arn:aws:s3:::bucket/a*b/file", "arn:aws:s3:::bucket/axb/file")]
    [InlineData("s3://bucket/a?b", "arn:aws:s3:::bucket/a?b", "arn:aws:s3:::bucket/axb")]
    [InlineData("s3://bucket/${aws:username}/", "arn:aws:s3:::bucket/${aws:username}/x", "arn:aws:s3:::bucket/jane/x")]
    [InlineData("s3://bucket/a/", "arn:aws:s3:::bucket/a/b/c", "arn:aws:s3:::bucket/a")]
    public void A_prefix_means_the_objects_whose_names_begin_with_it(string uri, string inside, string outside)
    {
        PolicyDocument policy = TrainingTemplates.RolePolicy(new() { Model = s_case.Training.Model, Input = [S3Uri.Parse(uri)] });
        AccessRequest Read(string arn) => new(PolicyPrincipal.Parse($"arn:aws:iam::{TrainingCase.Account}:user/jane"), "s3:GetObject", arn, RequestContext.Empty);

        Assert.Null(TrainingCase.FirstDenied([Read(inside)], policy));
        Assert.NotNull(TrainingCase.FirstDenied([Read(outside)], policy));
    }

    [Theory]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2", "ArnEquals", "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2", "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v3")]
    [InlineData("arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/names", "ArnLike", "arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/names/version/v7", "arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:entity-recognizer/names2")]
    public void The_trust_is_for_the_model_alone(string model, string @operator, string inside, string outside)
    {
        PolicyDocument trust = TrainingTemplates.RoleTrustPolicy(s_account, ModelArn.Parse(model));

        Assert.Equal(["StringEquals", @operator], trust.Statement[0].Condition.Select(condition => condition.Operator));
        Assert.True(IsAssumed(trust, model));
        Assert.True(IsAssumed(trust, inside));
        Assert.False(IsAssumed(trust, outside));
    }

    [Fact]
    public void The_trust_of_an_endpoint_is_for_it_alone_or_for_those_of_the_model_s_kind_and_region()
    {
        const string Other = "arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/other";
        const string Recognizer = "arn:aws:comprehend:us-west-2:111122223333:entity-recognizer-endpoint/tickets";
        PolicyDocument one = TrainingTemplates.EndpointTrustPolicy(s_account, s_endpoint, s_case.Training.Model);
        PolicyDocument kind = TrainingTemplates.EndpointTrustPolicy(s_account, model: s_case.Training.Model);
        PolicyDocument all = TrainingTemplates.EndpointTrustPolicy(s_account);

        Assert.Equal([true, false, false], new[] { s_endpoint.Value, Other, Recognizer }.Select(source => IsAssumed(one, source)));
        Assert.Equal([true, true, false], new[] { s_endpoint.Value, Other, Recognizer }.Select(source => IsAssumed(kind, source)));
        Assert.Equal([true, true, true], new[] { s_endpoint.Value, Other, Recognizer }.Select(source => IsAssumed(all, source)));
    }

    [Fact]
    public void No_trust_is_for_another_account()
    {
        PolicyDocument[] trusts =
        [
            TrainingTemplates.RoleTrustPolicy(s_account), TrainingTemplates.EndpointTrustPolicy(s_account), ImporterTemplates.RoleTrustPolicy(s_account),
        ];
        foreach (PolicyDocument trust in trusts)
        {
            Assert.True(IsAssumed(trust, s_endpoint.Value));
            Assert.False(IsAssumed(trust, s_endpoint.Value.Replace(TrainingCase.Account, TrainingCase.OtherAccount, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_model_or_an_endpoint_of_another_account_is_refused()
    {
        AccountId other = AccountId.Parse(TrainingCase.OtherAccount);
        Func<object>[] calls =
        [
            () => TrainingTemplates.RoleTrustPolicy(other, s_case.Training.Model),
            () => TrainingTemplates.EndpointTrustPolicy(other, s_endpoint),
            () => TrainingTemplates.EndpointTrustPolicy(other, model: s_case.Training.Model),
            () => TrainingTemplates.KeyOwnerStatements(PolicyPrincipal.Parse($"arn:aws:iam::{other}:role/r"), s_foreign.Training, s_foreign.Training.VolumeKey!),
        ];
        Assert.All(calls, call => Assert.Equal("AccountMismatch", Assert.Throws<SharingException>(call).ErrorId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keys_of_another_account_need_what_their_owner_adds(bool isForRole)
    {
        PolicyDocument policy = TrainingTemplates.RolePolicy(s_foreign.Training);
        IEnumerable<AccessRequest> requests = TrainingUse.Requests(s_foreign.Role, s_foreign.Training);
        PolicyPrincipal grantee = isForRole ? s_foreign.Role : PolicyPrincipal.Parse(TrainingCase.Account);

        Assert.StartsWith("kms:", TrainingCase.FirstDenied(requests, policy)?.Action, StringComparison.Ordinal);
        Assert.Null(TrainingCase.FirstDenied(requests, policy, key => TrainingTemplates.KeyOwnerStatements(grantee, s_foreign.Training, key)));
        Assert.Equal(4, TrainingTemplates.ForeignKeys(s_foreign.Training).Count);
        Assert.Empty(TrainingTemplates.ForeignKeys(s_case.Training));
    }

    [Theory]
    [MemberData(nameof(OwnerParts))]
    public void Without_any_part_of_it_they_do_not_open(string missing)
    {
        PolicyDocument policy = TrainingTemplates.RolePolicy(s_foreign.Training);
        IEnumerable<AccessRequest> requests = TrainingUse.Requests(s_foreign.Role, s_foreign.Training);

        Assert.NotNull(TrainingCase.FirstDenied(requests, policy, key =>
        {
            ValueList<PolicyStatement> added = TrainingTemplates.KeyOwnerStatements(s_foreign.Role, s_foreign.Training, key);
            return TrainingCase.Less(added).Where(less => less.Missing == missing).Select(less => less.Statement).FirstOrDefault(added);
        }));
    }

    [Fact]
    public void What_the_owner_adds_is_for_this_use_alone()
    {
        TrainingResources training = s_foreign.Training;
        PolicyDocument all = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        ModelArn otherModel = ModelArn.Parse($"{training.Model}x");
        AccessRequest[] others =
        [
            new(s_foreign.Role, "kms:Decrypt", training.InputKey!.Value, RequestContext.Empty),
            new(s_foreign.Role, "kms:GenerateDataKey", training.OutputKey!.Value, RequestContext.Empty),
            new(s_foreign.Role, "kms:CreateGrant", training.VolumeKey!.Value, RequestContext.Empty),
            .. TrainingUse.Model(s_foreign.Role, otherModel, training.ModelKey!).Where(request => request.Action != "kms:RetireGrant"),
        ];
        Assert.Equal(6, others.Length);
        Assert.All(others, request => Assert.NotNull(
            TrainingCase.FirstDenied([request], all, key => TrainingTemplates.KeyOwnerStatements(s_foreign.Role, training, key))));
    }

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Nothing_that_is_made_has_an_error_or_is_dangerous(string partition, string region)
    {
        TrainingCase here = new(TrainingCase.OtherAccount, partition, region);
        ModelArn model = here.Training.Model;
        KeyArn key = here.Training.ModelKey!;
        PolicyDocument[] identity =
        [
            TrainingTemplates.RolePolicy(here.Training),
            TrainingTemplates.RolePolicy(new() { Model = model, ModelKey = key }),
            ImporterTemplates.RolePolicy(key, here.Training.VolumeKey),
            ImporterTemplates.CallerPolicy(model, s_account, ImporterTemplates.AnyRole(partition, s_account), allowTagging: true),
            OwnerTemplates.ManagePolicies(model, key),
        ];
        PolicyDocument[] trust =
        [
            TrainingTemplates.RoleTrustPolicy(s_account),
            TrainingTemplates.RoleTrustPolicy(s_account, model),
            TrainingTemplates.EndpointTrustPolicy(s_account, model: model),
            ImporterTemplates.RoleTrustPolicy(s_account),
        ];
        IEnumerable<Finding> findings =
        [
            .. identity.SelectMany(policy => PolicyChecker.Check(policy.ToJson(), PolicyKind.IdentityPolicy)),
            .. trust.SelectMany(policy => PolicyChecker.Check(policy.ToJson(), PolicyKind.TrustPolicy, Arn.Parse(here.Role.Value))),
            .. TrainingTemplates.ForeignKeys(here.Training).SelectMany(foreign => PolicyChecker.Check(
                TrainingCase.KeyPolicy(foreign, TrainingTemplates.KeyOwnerStatements(here.Role, here.Training, foreign)).ToJson(), PolicyKind.KeyPolicy, foreign)),
        ];
        Assert.DoesNotContain(findings, finding => finding.Severity is FindingSeverity.Error or FindingSeverity.Security or FindingSeverity.Warning);
    }

    [Fact]
    public void A_key_that_has_two_uses_may_be_used_for_both()
    {
        TrainingResources training = s_foreign.Training with { OutputKey = s_foreign.Training.VolumeKey, ModelKey = s_foreign.Training.VolumeKey };
        KeyArn[] keys = [.. TrainingTemplates.ForeignKeys(training)];

        Assert.Equal([training.InputKey!, training.VolumeKey!], keys);
        Assert.Null(TrainingCase.FirstDenied(
            TrainingUse.Requests(s_foreign.Role, training),
            TrainingTemplates.RolePolicy(training),
            key => TrainingTemplates.KeyOwnerStatements(s_foreign.Role, training, key)));
    }

    private static bool IsAssumed(PolicyDocument trust, string source) => AccessEvaluator.Evaluate(
        TrainingUse.AssumeRole(RoleArn.Parse(s_case.Role.Value), Arn.Parse(source)),
        new PolicySet { ResourcePolicy = trust }).IsAllowed;

    private static PolicyDocument Policy(string role) => role switch
    {
        "training" => TrainingTemplates.RolePolicy(s_case.Training),
        "endpoint" => TrainingTemplates.RolePolicy(Endpoint),
        _ => ImporterTemplates.RolePolicy(s_case.Training.ModelKey!, s_case.Training.VolumeKey),
    };

    private static IEnumerable<AccessRequest> Requests(string role) => role switch
    {
        "training" => TrainingUse.Requests(s_case.Role, s_case.Training),
        "endpoint" => TrainingUse.Model(s_case.Role, Endpoint.Model, Endpoint.ModelKey!),
        _ => KeyUse.Requests(s_case.Role, s_case.Training.Model, s_case.Training.ModelKey!)
            .Concat(KeyUse.Requests(s_case.Role, s_case.Training.Model, s_case.Training.VolumeKey!)),
    };

    private static TrainingResources Endpoint => new() { Model = s_case.Training.Model, ModelKey = s_case.Training.ModelKey };
}
