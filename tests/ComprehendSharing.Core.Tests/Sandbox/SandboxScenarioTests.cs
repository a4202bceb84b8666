using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class SandboxScenarioTests
{
    private const string Owner = """{"id":"111122223333","principals":[{"arn":"arn:aws:iam::111122223333:user/o","profile":"owner"}]}""";

    private const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/a/version/v1";

    [Fact]
    public void The_default_scenario_has_an_owner_and_a_partner()
    {
        SandboxScenario scenario = SandboxScenario.Default;

        Assert.Equal("us-west-2", scenario.Region);
        Assert.Equal(["owner", "partner"], scenario.Account.SelectMany(account => account.Profile));
        SandboxKey key = Assert.Single(scenario.Key);
        Assert.Equal("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", key.KeyArn.ToString());
        Assert.Contains("Enable IAM User Permissions", key.Policy, StringComparison.Ordinal);
        Assert.Equal((key.KeyArn.ToString(), null), (scenario.Model[0].ModelKmsKeyId, scenario.Model[1].ModelKmsKeyId));
        SandboxPrincipal role = scenario.Account[1].Principal[1];
        Assert.Equal(("comprehend.amazonaws.com", null), (role.TrustPolicy!.Statement[0].Principal[0].Value, role.ProfileName));
        Assert.Equal(2, role.Policy[0].Statement.Count);
        Assert.Empty(scenario.Fault);
        Assert.DoesNotContain("http", SandboxScenario.DefaultJson, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rehearsal_of_the_default_scenario_is_what_would_be_derived_from_it()
    {
        string json = SandboxScenario.DefaultJson;
        string without = json[..json.IndexOf(",\n  \"rehearsal\"", StringComparison.Ordinal)] + "}";

        Assert.Equal(SandboxScenario.Default.Rehearsal, SandboxScenario.Parse(without).Rehearsal);
        Assert.Equal(
            new SandboxRehearsal
            {
                OwnerProfile = "owner",
                ImporterProfile = "partner",
                ModelArn = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2"),
                Principal = [PolicyPrincipal.Parse("444455556666")],
                DataAccessRoleArn = RoleArn.Parse("arn:aws:iam::444455556666:role/ComprehendImportRole"),
            },
            SandboxScenario.Default.Rehearsal);
    }

    [Fact]
    public void A_scenario_can_be_small()
    {
        SandboxScenario scenario = SandboxScenario.Parse(Scenario(Owner));

        Assert.Null(scenario.Rehearsal);
        Assert.Empty(scenario.Model);
        Assert.Equal("owner", Assert.Single(scenario.Account[0].Profile));
    }

    [Fact]
    public void Missing_members_have_defaults()
    {
        SandboxScenario scenario = SandboxScenario.Parse(Scenario(With(
            "\"keys\":[{\"id\":\"k\",\"policy\":{\"Statement\":[]}},{\"id\":\"k\",\"region\":\"eu-west-1\",\"policy\":{\"Statement\":[]}}],"
            + $"\"models\":[{{\"arn\":\"{Model}\",\"modelKmsKeyId\":\"k\"}}]")));

        Assert.Equal(("Enabled", KeyManager.Customer), (scenario.Key[0].KeyState, scenario.Key[0].KeyManager));
        Assert.Equal(["us-west-2", "eu-west-1"], scenario.Key.Select(key => key.KeyArn.Region));
        Assert.Equal((ModelStatus.Trained, "en"), (scenario.Model[0].Status, scenario.Model[0].LanguageCode));
    }

    [Fact]
    public void The_region_tells_the_partition() => Assert.Equal(
        "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/k",
        SandboxScenario.Parse(Scenario(
            With("\"keys\":[{\"id\":\"k\",\"policy\":{\"Statement\":[]}}]").Replace("arn:aws:", "arn:aws-us-gov:", StringComparison.Ordinal),
            "us-gov-west-1")).Key[0].KeyArn.ToString());

    [Fact]
    public void The_text_of_a_policy_is_kept_whether_it_is_an_object_or_a_string()
    {
        const string Text = "{ \"Statement\" :\n   [ ]\n}";
        string quoted = System.Text.Json.JsonSerializer.Serialize(Text);

        SandboxScenario scenario = SandboxScenario.Parse(Scenario(With(
            $"\"keys\":[{{\"id\":\"a\",\"policy\":{Text}}},{{\"id\":\"b\",\"policy\":{quoted}}}],"
            + $"\"models\":[{{\"arn\":\"{Model}\",\"policy\":{Text}}}]")));

        Assert.Equal([Text, Text], scenario.Key.Select(key => key.Policy));
        Assert.Equal(Text, scenario.Model[0].ResourcePolicy);
        Assert.Equal(Text, new SandboxAws(scenario).Connect().DescribeResourcePolicy(ModelArn.Parse(Model)).Policy);
    }

    [Fact]
    public void The_indentation_of_the_scenario_is_not_that_of_a_policy_in_it()
    {
        SandboxScenario scenario = SandboxScenario.Parse(
            Scenario(With($"\"models\":[{{\"arn\":\"{Model}\",\"policy\": {{\n      \"Statement\": [\n      ]\n    }}}}]")));

        Assert.Equal("{\n  \"Statement\": [\n  ]\n}", scenario.Model[0].ResourcePolicy);
    }

    // The mistake stands where « is; the mark itself is taken out.
    [Theory]
    [InlineData("{\n  \"region\": \"us-west-2\",\n  «\"acounts\": []\n}", "\"acounts\" is no member of a scenario; expected one of $schema, region, accounts, faults, rehearsal")]
    [InlineData("«[]", "expected a scenario, an object")]
    [InlineData("«{\"accounts\":[]}", "expected \"region\" in a scenario")]
    [InlineData("{\"region\":«7,\"accounts\":[]}", "expected a region such as us-west-2, found the number 7")]
    [InlineData("{\"region\":«\"us west\",\"accounts\":[]}", "found 'us west'")]
    [InlineData("{\"region\":\"us-west-2\",\"accounts\":«{}}", "expected a list")]
    [InlineData("{\"region\":\"us-west-2\",\"accounts\":«[]}", "expected at least one principal with a \"profile\"")]
    [InlineData("{\"region\":\"us-west-2\",\"accounts\":[]«", "found the end of the text")]
    [InlineData("{\"region\":\"us-west-2\",«\"region\":\"us-west-2\"}", "stands twice")]
    public void The_outermost_mistakes_are_found_with_line_and_column(string marked, string problem) => AssertError(marked, problem);

    [Theory]
    [InlineData("{\"id\":«111122223333}", "an account id of 12 digits in quotes, found the number 111122223333")]
    [InlineData("{\"id\":«\"11112222333\"}", "an account id of 12 digits in quotes, found '11112222333'")]
    [InlineData("«{}", "expected \"id\" in an account")]
    [InlineData("{\"id\":\"222222222222\"},{\"id\":«\"222222222222\"}", "the account '222222222222' stands twice")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":«\"arn:aws:iam::333333333333:user/x\"}]}", "of the account 222222222222")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":«\"arn:aws:iam::222222222222:group/x\"}]}", "the ARN of a user, role")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":«\"222222222222\"}]}", "the ARN of a user, role")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":«\"arn:aws-cn:iam::222222222222:user/x\"}]}", "of the partition aws")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":\"arn:aws:iam::222222222222:user/x\",\"profile\":«\"owner\"}]}", "the profile 'owner' stands twice")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":\"arn:aws:iam::222222222222:user/x\"},{\"arn\":«\"arn:aws:iam::222222222222:user/x\"}]}", "the principal ")]
    [InlineData("{\"id\":\"222222222222\",\"principals\":[{\"arn\":\"arn:aws:iam::222222222222:role/x\",\"profile\":«\"a/b\"}]}", "role session")]
    [InlineData("{\"id\":\"222222222222\",\"controlPolicies\":[«7]}", "expected a policy")]
    [InlineData("{\"id\":\"222222222222\",\"controlPolicies\":[«\"{}\"]}", "(line 1, column 2 of this policy)")]
    public void Mistakes_in_accounts(string marked, string problem) => AssertError(Scenario(Owner + ",\n" + marked), problem);

    [Theory]
    [InlineData("\"keys\":[{\"id\":«\"alias/x\",\"policy\":{\"Statement\":[]}}]", "the id of a KMS key, found 'alias/x'")]
    [InlineData("\"keys\":[«{\"id\":\"k\"}]", "expected \"policy\" in a key")]
    [InlineData("\"keys\":[{\"id\":\"k\",\"state\":«\"On\",\"policy\":{\"Statement\":[]}}]", "one of Enabled, Disabled")]
    [InlineData("\"keys\":[{\"id\":\"k\",\"manager\":«\"Me\",\"policy\":{\"Statement\":[]}}]", "one of Customer, Aws")]
    [InlineData("\"keys\":[{\"id\":\"k\",\"policy\":{\"Statement\":[]}},{\"id\":«\"k\",\"policy\":{\"Statement\":[]}}]", "stands twice")]
    [InlineData("\"keys\":[{\"id\":\"k\",\"policy\":{\n  \"Statement\": [{\n    \"Effect\": «\"allow\"}]}}]", "\"Effect\" is \"Allow\" or \"Deny\"")]
    [InlineData("\"keys\":[{\"id\":\"k\",\"policy\":{\"Statement\":«7}}]", "\"Statement\" is an object or a list")]
    [InlineData("\"models\":[«{}]", "expected \"arn\" in a model")]
    [InlineData("\"models\":[{\"arn\":«\"arn:aws:comprehend:us-west-2:111122223333:endpoint/a\"}]", "the ARN of a model version")]
    [InlineData("\"models\":[{\"arn\":«\"arn:aws:comprehend:us-west-2:999999999999:document-classifier/a/version/v1\"}]", "of the account 111122223333")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\"},\n{\"arn\":«\"" + Model + "\"}]", "stands twice")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"status\":«\"trained\"}]", "one of TRAINED")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"languageCode\":«\"xx\"}]", "one of en")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"modelKmsKeyId\":«\"k\"}]", "listed under \"keys\"")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"volumeKmsKeyId\":«\"alias/k\"}]", "the id or ARN of a KMS key")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"dataAccessRoleArn\":«\"r\"}]", "the ARN of a role")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",«\"kmsKey\":\"k\"}]", "\"kmsKey\" is no member of a model")]
    [InlineData("\"models\":[{\"arn\":\"" + Model + "\",\"message\":«null}]", "expected a string for \"message\", found null")]
    public void Mistakes_in_keys_and_models(string marked, string problem) => AssertError(Scenario(With(marked)), problem);

    [Theory]
    [InlineData("\"faults\":[«{\"operation\":\"DeleteKey\",\"call\":1,\"kind\":\"Throttle\"}]", "expected an operation")]
    [InlineData("\"faults\":[«{\"operation\":\"PutKeyPolicy\",\"call\":0,\"kind\":\"Throttle\"}]", "counted from 1")]
    [InlineData("\"faults\":[{\"operation\":\"PutKeyPolicy\",\"call\":«\"1\",\"kind\":\"Throttle\"}]", "a whole number")]
    [InlineData("\"faults\":[{\"operation\":\"PutKeyPolicy\",\"call\":«1.5,\"kind\":\"Throttle\"}]", "a whole number")]
    [InlineData("\"faults\":[{\"operation\":\"PutKeyPolicy\",\"call\":1,\"kind\":«\"Explode\"}]", "one of Throttle")]
    [InlineData("\"faults\":[«{\"operation\":\"PutKeyPolicy\",\"call\":1}]", "expected \"kind\"")]
    [InlineData("\"faults\":[«{\"operation\":\"PutKeyPolicy\",\"call\":1,\"kind\":\"ChangeKeyPolicy\"}]", "needs the other writer's")]
    [InlineData("\"rehearsal\":«{\"modelArn\":\"" + Model + "\"}", "expected \"principals\"")]
    [InlineData("\"rehearsal\":{\"modelArn\":«\"" + Model + "2\"}", "listed under \"models\"")]
    [InlineData("\"rehearsal\":{\"modelArn\":\"" + Model + "\",\"principals\":«[]}", "at least one principal")]
    [InlineData("\"rehearsal\":{\"modelArn\":\"" + Model + "\",\"principals\":[«444455556666]}", "12 digits in quotes")]
    [InlineData("\"rehearsal\":{\"modelArn\":\"" + Model + "\",\"principals\":[\"444455556666\"],\"ownerProfile\":«\"nobody\"}", "a profile that a principal has")]
    public void Mistakes_in_faults_and_rehearsals(string marked, string problem) => AssertError(
        $$"""{"region":"us-west-2","accounts":[{{With($"\"models\":[{{\"arn\":\"{Model}\"}}]")}}],{{marked}}}""", problem);

    private static void AssertError(string marked, string problem)
    {
        int offset = marked.IndexOf('«', StringComparison.Ordinal);
        string before = marked[..offset];

        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => SandboxScenario.Parse(marked.Remove(offset, 1)));

        Assert.Equal("InvalidScenario", error.ErrorId);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(
            (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')), (error.Line, error.Column));
    }

    private static string Scenario(string accounts, string region = "us-west-2") =>
        $$"""{"region":"{{region}}","accounts":[{{accounts}}]}""";

    private static string With(string members) => Owner[..^1] + "," + members + "}";
}
