// The planner alone: what it adds, what it finds granted, what it refuses.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyPolicyPlannerTests
{
    private const string SidOfDecrypt = "ComprehendSharingModelVersionDecrypt";
    private const string V1 = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1";
    private const string Guide = """
        {"Sid":"a","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"}}},
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"kms:CreateGrant","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"}}}
        """;

    private const string AccountWide = """
        {"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["kms:Decrypt","kms:GenerateDataKey","kms:CreateGrant"],"Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:*"}}}
        """;

    private readonly KeyPolicyPlanner _planner = new(new ResourcePolicyEvaluator());

    [Fact]
    public void A_first_grant_adds_a_pair_of_statements_behind_what_is_there()
    {
        KeyPolicyPlan plan = Plan(World.ConsolePolicy, World.Request(1));
        Assert.Equal(3, plan.Result.Statement.Count);
        Assert.Equal(plan.Current.Statement[0], plan.Result.Statement[0]);
        Assert.Equal("key-consolepolicy-3", plan.Result.Id);
        AssertPair(plan.Result, 1, "444455556666", World.Version(1));
        KeyAccess access = Assert.Single(plan.Access);
        Assert.Equal((KeyAccessStatus.Granted, World.Version(1), World.KeyArn), (access.Status, access.ModelArn, access.KeyArn));
        Assert.Equal(plan.Result.Statement.Skip(1), access.Statement);
        Assert.Equal(plan.Current, access.PreviousPolicy);
        Assert.Equal(32_768 - plan.Result.ByteCount, access.BytesLeft);
        Assert.Empty(access.Warning);
        Assert.Equal(2, plan.Step.Count);
        Assert.All(plan.Step, step => Assert.StartsWith("add statement 'ComprehendSharing", step, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_principals_share_a_pair()
    {
        KeyPolicyPlan plan = Plan(Granted(World.Request(1, World.Partner, World.Jane)), World.Request(2, World.Jane, "arn:aws:iam::444455556666:root"));
        Assert.Equal(3, plan.Result.Statement.Count);
        AssertPair(plan.Result, 1, [World.Partner, World.Jane], World.Version(1), World.Version(2));
        Assert.Equal(KeyAccessStatus.Granted, plan.Access[0].Status);
        Assert.Equal(2, plan.Access[0].Statement.Count);
    }

    [Fact]
    public void Versions_of_one_plan_share_a_pair()
    {
        KeyPolicyPlan plan = Plan(World.ConsolePolicy, World.Request(2), World.Request(1), World.Request(2));
        AssertPair(plan.Result, 1, World.Partner, World.Version(2), World.Version(1));
        Assert.Equal(3, plan.Result.Statement.Count);
        Assert.Equal([World.Version(2), World.Version(1), World.Version(2)], plan.Access.Select(access => access.ModelArn));
        Assert.All(plan.Access, access => Assert.Equal(KeyAccessStatus.Granted, access.Status));
    }

    [Fact]
    public void Other_principals_and_other_scopes_get_pairs_of_their_own()
    {
        string policy = Granted(World.Request(1));
        KeyPolicyPlan plan = Plan(
            policy, World.Request(2, World.Third), World.Request(2, World.Partner, World.Third), World.Request(2, KeyAccessScope.Model));
        Assert.Equal(9, plan.Result.Statement.Count);
        Assert.Equal(PolicyDocument.Parse(policy).Statement, plan.Result.Statement.Take(3));
        AssertPair(plan.Result, 3, World.Third, World.Version(2));
        AssertPair(plan.Result, 5, [World.Partner, World.Third], World.Version(2));
        Assert.Equal(9, plan.Result.Statement.Select(statement => statement.Sid).Distinct().Count());
    }

    [Fact]
    public void A_grant_that_is_there_is_AlreadyGranted()
    {
        string policy = Granted(World.Request(1), World.Request(2));
        KeyPolicyPlan plan = Plan(policy, World.Request(2));
        AssertAlreadyGranted(plan);
        Assert.Equal(2, plan.Access[0].Statement.Count);
        Assert.Equal(32_768 - plan.Current.ByteCount, plan.Access[0].BytesLeft);
    }

    [Theory]
    [InlineData("444455556666")]
    [InlineData("arn:aws:iam::444455556666:root")]
    public void What_a_hand_wrote_like_the_guide_is_AlreadyGranted(string principal)
    {
        KeyPolicyPlan plan = Plan(WithStatements(Guide), World.Request(1, principal));
        AssertAlreadyGranted(plan);
        Assert.Empty(plan.Access[0].Warning);
        Assert.Equal(plan.Current.Statement.Skip(1), plan.Access[0].Statement);
    }

    [Fact]
    public void What_hand_written_statements_for_more_principals_and_models_give_is_AlreadyGranted()
    {
        string wide = Guide
            .Replace("\"arn:aws:iam::444455556666:root\"", "[\"777788889999\",\"444455556666\"]", StringComparison.Ordinal)
            .Replace($"\"{V1}\"", $"[\"x\",\"{V1}\"]", StringComparison.Ordinal)
            .Replace("aws:SourceArn", "AWS:sourcearn", StringComparison.Ordinal)
            .Replace("[\"kms:Decrypt\",\"kms:GenerateDataKey\"]", "[\"kms:generatedatakey\",\"KMS:Decrypt\"]", StringComparison.Ordinal);
        AssertAlreadyGranted(Plan(WithStatements(wide), World.Request(1)));
    }

    [Fact]
    public void A_hand_written_statement_is_not_extended()
    {
        string policy = WithStatements(Guide);
        KeyPolicyPlan plan = Plan(policy, World.Request(2));
        Assert.Equal(PolicyDocument.Parse(policy).Statement, plan.Result.Statement.Take(3));
        AssertPair(plan.Result, 3, World.Partner, World.Version(2));
    }

    [Theory]
    [InlineData(AccountWide)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"NotAction":"kms:Put*","Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"444455556666"}}}""")]
    public void What_a_broader_statement_allows_is_AlreadyGranted_with_a_warning(string statement)
    {
        KeyPolicyPlan plan = Plan(WithStatements(statement), World.Request(1));
        AssertAlreadyGranted(plan);
        Assert.Contains("broader statement", Assert.Single(plan.Access[0].Warning), StringComparison.Ordinal);
        Assert.Contains(V1, plan.Access[0].Warning[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:user/jane"},"Action":"kms:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""")]
    public void What_a_statement_allows_in_part_or_on_a_condition_is_granted(string statement)
    {
        KeyPolicyPlan plan = Plan(WithStatements(statement), World.Request(1));
        Assert.Equal(4, plan.Result.Statement.Count);
        Assert.Equal(KeyAccessStatus.Granted, plan.Access[0].Status);
    }

    [Fact]
    public void The_scopes_beyond_a_version_are_never_taken_for_granted_by_a_broader_statement() =>
        Assert.Equal(KeyAccessStatus.Granted, Plan(WithStatements(AccountWide), World.Request(1, KeyAccessScope.Model)).Access[0].Status);

    [Theory]
    [InlineData(0, "kms:CreateGrant")]
    [InlineData(1, "kms:Decrypt, kms:GenerateDataKey")]
    public void Of_a_half_grant_only_the_missing_half_is_added(int kept, string missing)
    {
        string half = Guide.Split("},\n")[kept].TrimEnd('\n');
        PolicyDocument policy = PolicyDocument.Parse(WithStatements(kept == 0 ? half + "}" : half));
        KeyPolicyPlan plan = Plan(policy.ToJson(), World.Request(1));
        Assert.Equal(policy.Statement, plan.Result.Statement.Take(2));
        Assert.Equal(3, plan.Result.Statement.Count);
        Assert.Equal(missing, $"{plan.Result.Statement[2].Action}");
        Assert.Equal(KeyAccessStatus.Granted, plan.Access[0].Status);
        Assert.Equal(2, plan.Access[0].Statement.Count);
    }

    [Fact]
    public void Of_a_half_grant_of_our_own_only_the_missing_half_is_added()
    {
        PolicyDocument granted = PolicyDocument.Parse(Granted(World.Request(1)));
        KeyPolicyPlan plan = Plan(granted.RemoveAt(2).ToJson(), World.Request(1));
        Assert.Equal(granted.ToJson(), plan.Result.ToJson());
    }

    [Fact]
    public void A_Sid_that_is_taken_gets_a_number()
    {
        string sid = Plan(World.ConsolePolicy, World.Request(1)).Result.Statement[1].Sid!;
        string taken = $$"""{"Sid":"{{sid}}","Effect":"Deny","Principal":{"AWS":"777788889999"},"Action":"kms:Encrypt","Resource":"*"}""";
        KeyPolicyPlan plan = Plan(WithStatements(taken), World.Request(1));
        Assert.Equal(sid + "x2", plan.Result.Statement[2].Sid);
        KeyPolicyPlan again = Plan(WithStatements($"{taken},{taken.Replace(sid, sid + "x2", StringComparison.Ordinal)}"), World.Request(1));
        Assert.Equal(sid + "x3", again.Result.Statement[3].Sid);
    }

    // Each edit gives a statement of ours another shape.
    [Theory]
    [InlineData("\"Effect\": \"Allow\"", "\"Effect\": \"Deny\"")]
    [InlineData("\"Resource\": \"*\"", "\"Resource\": \"arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\"")]
    [InlineData("\"Resource\": \"*\"", "\"Resource\": [\"*\", \"x\"]")]
    [InlineData("\"Resource\": \"*\"", "\"Resource\": \"*\", \"Note\": 1")]
    [InlineData("\"kms:Decrypt\"", "\"kms:Decrypt\", \"kms:Encrypt\"")]
    [InlineData("\"StringEquals\"", "\"Bool\": { \"aws:SecureTransport\": true }, \"StringEquals\"")]
    [InlineData("\"StringEquals\"", "\"StringLike\"")]
    [InlineData("\"StringEquals\"", "\"StringEqualsIfExists\"")]
    [InlineData("\"StringEquals\"", "\"ForAnyValue:StringEquals\"")]
    [InlineData("\"aws:SourceArn\"", "\"aws:PrincipalArn\"")]
    [InlineData("\"arn:aws:iam::444455556666:root\"", "[\"444455556666\", \"777788889999\"]")]
    [InlineData("\"arn:aws:iam::444455556666:root\"", "\"arn:aws:iam::444455556666:user/jane\"")]
    public void A_statement_with_our_Sid_and_another_shape_is_never_extended(string ours, string edited)
    {
        PolicyDocument granted = PolicyDocument.Parse(Granted(World.Request(1)));
        string policy = granted.RemoveAt(2).ToJson().Replace(
            granted.Statement[1].ToJson(), granted.Statement[1].ToJson().Replace(ours, edited, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(granted.Statement[1], PolicyDocument.Parse(policy).Statement[1]);
        Assert.StartsWith(SidOfDecrypt, PolicyDocument.Parse(policy).Statement[1].Sid, StringComparison.Ordinal);
        KeyPolicyPlan plan = Plan(policy, World.Request(2));
        Assert.Equal(PolicyDocument.Parse(policy).Statement, plan.Result.Statement.Take(2));
        AssertPair(plan.Result, 2, World.Partner, World.Version(2));
    }

    [Theory]
    [InlineData("444455556666")]
    [InlineData("arn:aws:iam::444455556666:root")]
    public void A_Deny_in_the_way_is_warned_of_and_does_not_hinder(string denied)
    {
        string deny = $$"""{"Sid":"No","Effect":"Deny","Principal":{"AWS":"{{denied}}"},"Action":"kms:CreateGrant","Resource":"*"}""";
        foreach (string policy in new[] { WithStatements(deny), WithStatements($"{deny},{Guide}") })
        {
            KeyAccess access = Plan(policy, World.Request(1)).Access[0];
            Assert.Contains("stands in the way of 444455556666", Assert.Single(access.Warning), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"Principal\":\"*\"")]
    [InlineData("\"Principal\":{\"AWS\":[\"777788889999\",\"*\"]}")]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"777788889999\"}")]
    public void A_public_statement_that_was_there_is_warned_of_and_does_not_hinder(string principal)
    {
        KeyPolicyPlan plan = Plan(WithStatements($$"""{"Sid":"Open","Effect":"Allow",{{principal}},"Action":"kms:Encrypt","Resource":"*"}"""), World.Request(1));
        Assert.Equal(KeyAccessStatus.Granted, plan.Access[0].Status);
        Assert.Contains("'Open' of the key policy opens the key to everyone", Assert.Single(plan.Access[0].Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void The_scope_Service_and_a_set_without_account_or_role_are_warned_of()
    {
        Assert.Contains("every model under this key", Assert.Single(Plan(World.ConsolePolicy, World.Request(1, KeyAccessScope.Service)).Access[0].Warning), StringComparison.Ordinal);
        Assert.Contains("service role", Assert.Single(Plan(World.ConsolePolicy, World.Request(1, World.Jane)).Access[0].Warning), StringComparison.Ordinal);
        Assert.Empty(Plan(World.ConsolePolicy, World.Request(1, World.Jane, World.Role)).Access[0].Warning);
    }

    [Theory]
    [InlineData("AIDACKCEVSQ6C2EXAMPLE")]
    [InlineData("AROACKCEVSQ6C2EXAMPLE")]
    public void A_stale_principal_is_refused_by_name(string stale)
    {
        string policy = WithStatements($$"""{"Effect":"Allow","Principal":{"AWS":["777788889999","{{stale}}"]},"Action":"kms:Encrypt","Resource":"*"}""");
        SharingException error = Failure.Of("KeyPolicyHasStalePrincipal", () => Plan(policy, World.Request(1)));
        Assert.Contains(stale, error.Cause, StringComparison.Ordinal);
        Assert.Equal(World.KeyArn, error.Target);
    }

    [Fact]
    public void A_stale_principal_does_not_matter_when_nothing_is_to_be_written() => AssertAlreadyGranted(Plan(
        WithStatements($$"""{{Guide}},{"Effect":"Allow","Principal":{"AWS":"AIDACKCEVSQ6C2EXAMPLE"},"Action":"kms:Encrypt","Resource":"*"}"""), World.Request(1)));

    [Theory]
    [InlineData("{\"AWS\":[\"AIDACKCEVSQ6C2EXAMPLE\",\"777788889999\",\"AROACKCEVSQ6C2EXAMPLE\"]}", "{\"AWS\":[\"777788889999\"]}")]
    [InlineData("{\"AWS\":[\"777788889999\",\"AIDACKCEVSQ6C2EXAMPLE\"],\"Service\":\"s3.amazonaws.com\"}", "{\"AWS\":[\"777788889999\"],\"Service\":\"s3.amazonaws.com\"}")]
    [InlineData("{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"}", null)]
    [InlineData("{\"AWS\":[\"AIDACKCEVSQ6C2EXAMPLE\",\"AROACKCEVSQ6C2EXAMPLE\"]}", null)]
    public void Stale_principals_are_taken_out_on_demand(string before, string? after)
    {
        const string Frame = """{"Sid":"Theirs","Effect":"Allow","Principal":@,"Action":"kms:Encrypt","Resource":"*"}""";
        KeyPolicyPlan plan = _planner.PlanGrant(
            World.KeyArn,
            PolicyDocument.Parse(WithStatements(Frame.Replace("@", before, StringComparison.Ordinal))),
            [World.Request(1)],
            new KeyPolicyOptions(RemoveStalePrincipal: true));
        PolicyStatement? theirs = plan.Result.Statement.SingleOrDefault(statement => statement.Sid == "Theirs");
        Assert.Equal(after is null ? null : Frame.Replace("@", after, StringComparison.Ordinal), theirs?.ToJson());
        AssertPair(plan.Result, plan.Result.Statement.Count - 2, World.Partner, World.Version(1));
        Assert.Contains(plan.Step, step => step.Contains("remove", StringComparison.Ordinal) && step.Contains("AIDACKCEVSQ6C2EXAMPLE", StringComparison.Ordinal));
    }

    // Taking these out would open or change the statement.
    [Theory]
    [InlineData("\"NotPrincipal\":{\"AWS\":[\"777788889999\",\"AIDACKCEVSQ6C2EXAMPLE\"]}")]
    [InlineData("\"Principal\":{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\",\"Service\":\"s3.amazonaws.com\"}")]
    public void A_stale_principal_that_cannot_be_taken_out_alone_is_refused(string principal)
    {
        PolicyDocument policy = PolicyDocument.Parse(WithStatements($$"""{"Effect":"Deny",{{principal}},"Action":"kms:Encrypt","Resource":"*"}"""));
        Failure.Of(
            "KeyPolicyHasStalePrincipal",
            () => _planner.PlanGrant(World.KeyArn, policy, [World.Request(1)], new KeyPolicyOptions(RemoveStalePrincipal: true)));
    }

    [Fact]
    public void An_edit_that_takes_PutKeyPolicy_from_the_account_is_refused()
    {
        KeyPolicyPlanner planner = new(new LockingEvaluator(maxStatements: 2));
        SharingException error = Failure.Of(
            "KeyPolicyWouldLockOut",
            () => planner.PlanGrant(World.KeyArn, PolicyDocument.Parse(World.ConsolePolicy), [World.Request(1)], new KeyPolicyOptions(Force: true)));
        Assert.Contains(World.Owner, error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_locked_the_account_out_before_is_nobody_s_fault() =>
        Assert.Equal(KeyAccessStatus.Granted, Plan(World.ConsolePolicy.Replace(":root", ":user/model-owner", StringComparison.Ordinal), World.Request(1)).Access[0].Status);

    [Fact]
    public void No_grant_ever_takes_PutKeyPolicy_away()
    {
        AccessRequest manage = new(PolicyPrincipal.Parse($"arn:aws:iam::{World.Owner}:root"), "kms:PutKeyPolicy", World.Key, RequestContext.Empty);
        PolicyDocument result = Plan(World.ConsolePolicy, World.Request(1), World.Request(2, KeyAccessScope.Service, World.Third)).Result;
        Assert.True(new ResourcePolicyEvaluator().Evaluate(manage, result).IsAllowed);
    }

    [Theory]
    [InlineData("NoPrincipal", new string[0])]
    [InlineData("PublicPrincipal", new[] { "*" })]
    [InlineData("StalePrincipal", new[] { "AIDACKCEVSQ6C2EXAMPLE" })]
    [InlineData("PartitionMismatch", new[] { "arn:aws-cn:iam::444455556666:root" })]
    public void Refused_principals(string errorId, string[] principals) => Failure.Of(
        errorId, () => Plan(World.ConsolePolicy, new KeyAccessRequest(World.Version(1), World.Principals(principals))));

    private static string Granted(params KeyAccessRequest[] requests) =>
        new KeyPolicyPlanner(new ResourcePolicyEvaluator())
            .PlanGrant(World.KeyArn, PolicyDocument.Parse(World.ConsolePolicy), requests, new KeyPolicyOptions()).Result.ToJson();

    private static string WithStatements(string statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Sid":"Root","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"},{{statements}}]}""";

    private static void AssertAlreadyGranted(KeyPolicyPlan plan)
    {
        Assert.True(plan.IsUnchanged);
        Assert.Empty(plan.Step);
        Assert.All(plan.Access, access => Assert.Equal(KeyAccessStatus.AlreadyGranted, access.Status));
    }

    private static void AssertPair(PolicyDocument policy, int index, string principal, params ModelArn[] versions) =>
        AssertPair(policy, index, [principal], versions);

    private static void AssertPair(PolicyDocument policy, int index, string[] principals, params ModelArn[] versions)
    {
        ValueList<PolicyStatement> expected = KmsStatementTemplate.Create(World.Principals(principals), versions, withSid: false);
        for (int half = 0; half < 2; half++)
        {
            PolicyStatement actual = policy.Statement[index + half];
            Assert.True(PolicyComparer.AreEquivalent(expected[half], actual with { Sid = null }), $"{actual}");
            Assert.StartsWith("ComprehendSharing", actual.Sid, StringComparison.Ordinal);
        }
    }

    private KeyPolicyPlan Plan(string policy, params KeyAccessRequest[] requests) =>
        _planner.PlanGrant(World.KeyArn, PolicyDocument.Parse(policy), requests, new KeyPolicyOptions());

    /// <summary>Takes the account's right away as soon as there are more statements.</summary>
    private sealed class LockingEvaluator(int maxStatements) : IAccessEvaluator
    {
        private static readonly PolicyDocument s_allowAll =
            PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""");

        public AccessDecision Evaluate(AccessRequest request, PolicyDocument? resourcePolicy)
        {
            bool isAllowed = request.Action == "kms:PutKeyPolicy" && resourcePolicy!.Statement.Count <= maxStatements;
            return new ResourcePolicyEvaluator().Evaluate(request, isAllowed ? s_allowAll : null);
        }
    }
}
