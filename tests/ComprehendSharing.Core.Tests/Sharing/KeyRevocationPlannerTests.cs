// The planner alone: what it takes out, what it keeps for others, what it leaves and says so.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyRevocationPlannerTests
{
    private const string ByHand = """
        {"Sid":"By hand","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["kms:GenerateDataKey","kms:Decrypt"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"}}},
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"kms:CreateGrant","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"}}}
        """;

    private const string Broad = """{"Sid":"Broad","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:*","Resource":"*"}""";

    private static readonly KeyPolicyOptions s_force = new(Force: true);

    [Fact]
    public void What_was_granted_is_Revoked_and_the_document_is_as_before()
    {
        PolicyDocument granted = Granted(World.ConsolePolicy, World.Request(1));
        KeyPolicyPlan plan = Revoke(granted, World.Request(1));
        Assert.Equal(World.ConsolePolicy, plan.Result.ToJson());
        KeyAccess access = Assert.Single(plan.Access);
        Assert.Equal((KeyAccessStatus.Revoked, World.Version(1), World.KeyArn), (access.Status, access.ModelArn, access.KeyArn));
        Assert.Equal(granted.Statement.Skip(1), access.Statement);
        Assert.Equal(granted, access.PreviousPolicy);
        Assert.Equal(32_768 - plan.Result.ByteCount, access.BytesLeft);
        Assert.Empty(access.Warning);
        Assert.Equal(2, plan.Step.Count);
        Assert.All(plan.Step, step => Assert.StartsWith("remove statement 'ComprehendSharing", step, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_there_is_NotFound_and_nothing_changes()
    {
        KeyPolicyPlan plan = Revoke(Granted(World.ConsolePolicy, World.Request(1)), World.Request(2), World.Request(1, World.Third), World.Request(2, KeyAccessScope.Model));
        Assert.True(plan.IsUnchanged);
        Assert.Empty(plan.Step);
        Assert.All(plan.Access, access => Assert.Equal((KeyAccessStatus.NotFound, 0, 0), (access.Status, access.Statement.Count, access.Warning.Count)));
    }

    [Fact]
    public void One_version_of_a_shared_pair_is_taken_out_and_the_others_stay()
    {
        PolicyDocument granted = Granted(World.ConsolePolicy, World.Request(1), World.Request(2), World.Request(3));
        KeyPolicyPlan plan = Revoke(granted, World.Request(2));
        Assert.Equal(Granted(World.ConsolePolicy, World.Request(1), World.Request(3)).ToJson(), plan.Result.ToJson());
        Assert.All(plan.Step, step => Assert.StartsWith($"remove {World.Version(2)} from ", step, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(World.Partner)]
    [InlineData("arn:aws:iam::444455556666:root")]
    public void Of_a_statement_for_several_principals_only_one_goes_and_the_others_keep_theirs(string principal)
    {
        PolicyDocument granted = Granted(World.ConsolePolicy, World.Request(1, World.Partner, World.Third), World.Request(2, World.Partner, World.Third));
        PolicyDocument result = Revoke(granted, World.Request(1, principal)).Result;
        Assert.Equal(
            [
                $"{World.Version(2)} for {World.Partner} {World.Third}", $"{World.Version(2)} for {World.Partner} {World.Third}",
                $"{World.Version(1)} for {World.Third}", $"{World.Version(1)} for {World.Third}",
            ],
            Contents(result));
        Assert.Equal(5, result.Statement.Select(statement => statement.Sid).Distinct().Count());
        Assert.Equal(Granted(World.ConsolePolicy, World.Request(1, World.Third)).Statement.Skip(1), result.Statement.Skip(3));
    }

    [Fact]
    public void The_others_of_a_statement_join_the_one_that_they_have()
    {
        PolicyDocument granted = Granted(World.ConsolePolicy, World.Request(2, World.Third), World.Request(1, World.Partner, World.Third));
        KeyPolicyPlan plan = Revoke(granted, World.Request(1));
        Assert.Equal(Granted(World.ConsolePolicy, World.Request(2, World.Third), World.Request(1, World.Third)).ToJson(), plan.Result.ToJson());
    }

    [Fact]
    public void The_others_of_a_statement_do_not_depend_on_a_hand_written_one()
    {
        PolicyDocument granted = PolicyDocument.Parse(Granted(World.ConsolePolicy, World.Request(1, World.Partner, World.Third)).ToJson().TrimEnd()[..^1].TrimEnd()[..^1] + $",{ByHand}]}}");
        PolicyDocument result = Revoke(granted, World.Request(1, World.Third)).Result;
        Assert.Equal(KeyAccessStatus.Revoked, Revoke(result, World.Request(1)).Access[0].Status);
    }

    [Fact]
    public void Without_a_principal_everybody_s_access_to_the_version_ends()
    {
        PolicyDocument granted = Granted(
            World.ConsolePolicy, World.Request(1), World.Request(1, World.Partner, World.Third), World.Request(1, World.Jane), World.Request(2));
        KeyPolicyPlan plan = Revoke(granted, World.Request(1) with { Principal = [] });
        Assert.Equal([$"{World.Version(2)} for {World.Partner}", $"{World.Version(2)} for {World.Partner}"], Contents(plan.Result));
        Assert.Equal(6, plan.Access[0].Statement.Count);
        Assert.Equal(KeyAccessStatus.Revoked, plan.Access[0].Status);
    }

    [Theory]
    [InlineData(KeyAccessScope.ModelVersion)]
    [InlineData(KeyAccessScope.Model)]
    [InlineData(KeyAccessScope.Account)]
    [InlineData(KeyAccessScope.Service)]
    public void Only_the_scope_that_is_meant_is_revoked(KeyAccessScope scope)
    {
        KeyAccessRequest[] all = [.. Enum.GetValues<KeyAccessScope>().Select(other => World.Request(1, other))];
        PolicyDocument granted = Granted(World.ConsolePolicy, all);
        KeyPolicyPlan plan = Revoke(granted, World.Request(1, scope));
        Assert.Equal(
            KeyLedger.Ours(Granted(World.ConsolePolicy, [.. all.Where(request => request.Scope != scope)]).ToJson()),
            KeyLedger.Ours(plan.Result.ToJson()));
        Assert.Contains("another statement of the key policy allows it", Assert.Single(plan.Access[0].Warning), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyAccessScope.ModelVersion)]
    [InlineData(KeyAccessScope.Model)]
    [InlineData(KeyAccessScope.Account)]
    [InlineData(KeyAccessScope.Service)]
    public void The_compact_form_that_was_pasted_is_revoked_too(KeyAccessScope scope)
    {
        PolicyDocument console = PolicyDocument.Parse(World.ConsolePolicy);
        PolicyDocument pasted = console.Add(Assert.Single(
            KmsStatementTemplate.Create(World.Principals(World.Partner), [World.Version(1)], scope, KmsStatementForm.Compact)));
        KeyPolicyPlan plan = Revoke(pasted, World.Request(1, scope));
        Assert.Equal(World.ConsolePolicy, plan.Result.ToJson());
        Assert.Equal(KeyAccessStatus.Revoked, plan.Access[0].Status);
    }

    [Fact]
    public void A_hand_written_equal_is_left_with_a_warning()
    {
        KeyPolicyPlan plan = Revoke(With(ByHand), World.Request(1));
        Assert.True(plan.IsUnchanged);
        Assert.Equal(KeyAccessStatus.NotFound, plan.Access[0].Status);
        Assert.Equal(2, plan.Access[0].Warning.Count);
        Assert.Contains("'By hand'", plan.Access[0].Warning[0], StringComparison.Ordinal);
        Assert.All(plan.Access[0].Warning, warning => Assert.Contains("-Force takes it out", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void With_Force_a_hand_written_equal_is_Revoked()
    {
        KeyPolicyPlan plan = Revoke(With(ByHand), s_force, World.Request(1));
        Assert.Equal(PolicyDocument.Parse(World.ConsolePolicy).Statement[0].Sid, Assert.Single(plan.Result.Statement).Sid);
        Assert.Equal((KeyAccessStatus.Revoked, 2, 0), (plan.Access[0].Status, plan.Access[0].Statement.Count, plan.Access[0].Warning.Count));
    }

    [Fact]
    public void With_Force_the_others_of_a_hand_written_statement_keep_theirs()
    {
        PolicyDocument policy = With(ByHand.Replace("\"444455556666\"", "[\"444455556666\",\"777788889999\"]", StringComparison.Ordinal));
        PolicyDocument result = Revoke(policy, s_force, World.Request(1)).Result;
        Assert.Equal([$"{World.Version(1)} for {World.Third}"], Contents(result));
        Assert.StartsWith(KmsStatementTemplate.SidPrefix, result.Statement[1].Sid, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broader_statement_that_is_left_is_a_warning_even_with_Force()
    {
        PolicyDocument granted = PolicyDocument.Parse(Granted(World.ConsolePolicy, World.Request(1)).Add(With(Broad).Statement[1]).ToJson());
        foreach (KeyPolicyOptions options in new[] { new KeyPolicyOptions(), s_force })
        {
            KeyAccess access = Revoke(granted, options, World.Request(1)).Access[0];
            Assert.Equal(KeyAccessStatus.Revoked, access.Status);
            Assert.Contains("444455556666 can use the key", Assert.Single(access.Warning), StringComparison.Ordinal);
        }
    }

    // Each edit gives a statement of ours another shape.
    [Theory]
    [InlineData("\"Effect\": \"Allow\"", "\"Effect\": \"Deny\"")]
    [InlineData("\"Resource\": \"*\"", "\"Resource\": \"*\", \"Note\": 1")]
    [InlineData("\"Resource\": \"*\"", "\"Resource\": [\"*\", \"x\"]")]
    [InlineData("\"kms:Decrypt\"", "\"kms:Decrypt\", \"kms:Encrypt\"")]
    [InlineData("\"StringEquals\"", "\"StringEqualsIfExists\"")]
    [InlineData("\"StringEquals\"", "\"Bool\": { \"aws:SecureTransport\": true }, \"StringEquals\"")]
    [InlineData("\"aws:SourceArn\"", "\"aws:PrincipalArn\"")]
    public void A_statement_with_our_Sid_and_another_shape_is_left_even_with_Force(string ours, string edited)
    {
        PolicyDocument granted = Granted(World.ConsolePolicy, World.Request(1));
        string statement = granted.Statement[1].ToJson();
        PolicyDocument policy = PolicyDocument.Parse(granted.ToJson().Replace(statement, statement.Replace(ours, edited, StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.NotEqual(statement, policy.Statement[1].ToJson());
        KeyPolicyPlan plan = Revoke(policy, s_force, World.Request(1));
        Assert.Equal(policy.Statement.Take(2), plan.Result.Statement);
    }

    [Fact]
    public void A_value_that_stands_twice_is_taken_out_twice()
    {
        string twice = Granted(World.ConsolePolicy, World.Request(1, World.Partner, World.Third)).ToJson()
            .Replace($"\"{World.Version(1)}\"", $"[\"{World.Version(1)}\", \"{World.Version(1)}\", \"x\"]", StringComparison.Ordinal);
        PolicyDocument result = Revoke(PolicyDocument.Parse(twice), World.Request(1)).Result;
        Assert.Equal(
            [
                $"x for {World.Partner} {World.Third}", $"x for {World.Partner} {World.Third}",
                $"{World.Version(1)} for {World.Third}", $"{World.Version(1)} for {World.Third}",
            ],
            Contents(result));
    }

    [Fact]
    public void A_stale_principal_is_refused_by_name_or_taken_out()
    {
        PolicyDocument stale = Granted(World.ConsolePolicy, World.Request(1)).Add(
            With(Broad.Replace("\"444455556666\"", "[\"777788889999\",\"AIDACKCEVSQ6C2EXAMPLE\"]", StringComparison.Ordinal)).Statement[1]);
        SharingException error = Failure.Of("KeyPolicyHasStalePrincipal", () => Revoke(stale, World.Request(1)));
        Assert.Contains("AIDACKCEVSQ6C2EXAMPLE", error.Cause, StringComparison.Ordinal);
        Assert.True(Revoke(stale, World.Request(2)).IsUnchanged, "Where nothing is to be written it does not matter.");
        PolicyDocument result = Revoke(stale, new KeyPolicyOptions(RemoveStalePrincipal: true), World.Request(1)).Result;
        Assert.DoesNotContain("AIDA", result.ToJson(), StringComparison.Ordinal);
        Assert.Equal(2, result.Statement.Count);
    }

    [Fact]
    public void Each_request_of_a_plan_has_its_outcome()
    {
        KeyPolicyPlan plan = Revoke(Granted(World.ConsolePolicy, World.Request(1), World.Request(2)), World.Request(2), World.Request(3), World.Request(2));
        Assert.Equal([KeyAccessStatus.Revoked, KeyAccessStatus.NotFound, KeyAccessStatus.NotFound], plan.Access.Select(access => access.Status));
        Assert.Equal([World.Version(2), World.Version(3), World.Version(2)], plan.Access.Select(access => access.ModelArn));
    }

    private static IEnumerable<string> Contents(PolicyDocument policy) => policy.Statement.Skip(1).Select(
        statement => $"{statement.Condition[0].Value} for {string.Join(' ', statement.Principal.Select(entry => entry.Principal!.AccountId))}");

    private static PolicyDocument With(string statements) =>
        PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{PolicyDocument.Parse(World.ConsolePolicy).Statement[0].ToJson()}},{{statements}}]}""");

    // One after the other, as if each had been a command of its own.
    private static PolicyDocument Granted(string policy, params KeyAccessRequest[] requests) => requests.Aggregate(
        PolicyDocument.Parse(policy),
        (before, request) => PolicyDocument.Parse(new KeyPolicyPlanner(new GrantsAsIfAlone()).PlanGrant(World.KeyArn, before, [request], new KeyPolicyOptions()).Result.ToJson()));

    private static KeyPolicyPlan Revoke(PolicyDocument policy, params KeyAccessRequest[] requests) => Revoke(policy, new KeyPolicyOptions(), requests);

    private static KeyPolicyPlan Revoke(PolicyDocument policy, KeyPolicyOptions options, params KeyAccessRequest[] requests) =>
        new KeyRevocationPlanner(new ResourcePolicyEvaluator()).Plan(World.KeyArn, policy, requests, options);

    // Says of nothing that a broader statement allows it, so that every scope is granted beside the others.
    private sealed class GrantsAsIfAlone : IAccessEvaluator
    {
        public AccessDecision Evaluate(AccessRequest request, PolicyDocument? policy) =>
            new ResourcePolicyEvaluator().Evaluate(request, request.Action == "kms:PutKeyPolicy" ? policy : null);
    }
}
