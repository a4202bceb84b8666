// A revocation after a grant leaves the document as it was, whatever its layout.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class RevocationToTheByteTests
{
    private const string Root = """{"Sid":"Root","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}""";
    private const string ByHand = """{ "Effect" : "Allow", "Principal":{"AWS":["777788889999"]},"Action":"kms:CreateGrant","Resource":"*","Condition":{"StringEquals":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"}}}""";

    // By two sets of principals, several versions and scopes.
    private static readonly KeyAccessRequest[] s_requests =
    [
        World.Request(1),
        World.Request(2),
        World.Request(1, World.Jane, World.Role),
        World.Request(3),
        World.Request(1, KeyAccessScope.Model),
    ];

    public static TheoryData<string> Policies { get; } = new(SharedData.Policies.Where(
        file => file == SharedData.Absent || file.StartsWith("kms/", StringComparison.Ordinal)));

    public static TheoryData<string> Own { get; } = new(
        World.ConsolePolicy,
        $$"""{"Version":"2012-10-17","Statement":{{Root}}}""",
        $$"""{"Version":"2012-10-17","Statement":[{{Root}}]}""",
        $$"""{ "Statement" : [ {{Root}} ,{{ByHand}} ] , "Version":"2012-10-17", "Note": [1, null] }""",
        $"{{\n\t\"Version\": \"2012-10-17\",\n\t\"Statement\": [\n\t\t{Root},\n\t\t{ByHand}\n\t]\n}}\n",
        "{\n\t\"Statement\": {\n\t\t\"Effect\": \"Allow\",\n\t\t\"Principal\": {\"AWS\": \"111122223333\"},\n\t\t\"Action\": \"kms:*\",\n\t\t\"Resource\": \"*\"\n\t}\n}",
        """{"Version":"2012-10-17","Statement":[]}""",
        "{\"Version\":\"2012-10-17\",\"Statement\":[\n]}");

    [SharedDataTheory]
    [MemberData(nameof(Policies))]
    public void Key_policies_of_AWS_s_documents_come_back_to_the_byte(string file) => AssertComesBack(SharedData.Read(file));

    [Theory]
    [MemberData(nameof(Own))]
    public void Key_policies_of_every_layout_come_back_to_the_byte(string policy) => AssertComesBack(policy);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_written_by_hand_between_grants_stays_where_it_is(string lineBreak)
    {
        string before = World.ConsolePolicy.ReplaceLineEndings(lineBreak);
        PolicyDocument first = Grant(PolicyDocument.Parse(before), s_requests[0]);
        PolicyDocument both = Grant(first.Add(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{ByHand}}}""").Statement[0]), s_requests[2]);
        Assert.Equal(PolicyDocument.Parse(before).Add(both.Statement[3]).ToJson(), Revoke(Revoke(both, s_requests[0]), s_requests[2]).ToJson());
        Assert.Equal(PolicyDocument.Parse(before).Add(both.Statement[3]).ToJson(), Revoke(Revoke(both, s_requests[2]), s_requests[0]).ToJson());
    }

    private static void AssertComesBack(string text)
    {
        foreach (string policy in new[] { text, text.ReplaceLineEndings("\r\n"), text.ReplaceLineEndings("\n"), PolicyDocument.Parse(text).ToCompactJson() }.Distinct())
        {
            PolicyDocument granted = s_requests.Aggregate(PolicyDocument.Parse(policy), Grant);
            Assert.NotEqual(policy, granted.ToJson());
            foreach (int seed in Enumerable.Range(0, 6))
            {
                KeyAccessRequest[] order = [.. s_requests];
                new Random(seed).Shuffle(order);
                Assert.Equal(policy, order.Aggregate(granted, Revoke).ToJson());
            }

            PolicyDocument together = new KeyPolicyPlanner(new ResourcePolicyEvaluator())
                .PlanGrant(World.KeyArn, PolicyDocument.Parse(policy), s_requests, new KeyPolicyOptions()).Result;
            Assert.Equal(policy, new KeyRevocationPlanner(new ResourcePolicyEvaluator())
                .Plan(World.KeyArn, together, s_requests, new KeyPolicyOptions()).Result.ToJson());
        }
    }

    private static PolicyDocument Grant(PolicyDocument policy, KeyAccessRequest request) => PolicyDocument.Parse(
        new KeyPolicyPlanner(new ResourcePolicyEvaluator()).PlanGrant(World.KeyArn, policy, [request], new KeyPolicyOptions()).Result.ToJson());

    private static PolicyDocument Revoke(PolicyDocument policy, KeyAccessRequest request) => PolicyDocument.Parse(
        new KeyRevocationPlanner(new ResourcePolicyEvaluator()).Plan(World.KeyArn, policy, [request], new KeyPolicyOptions()).Result.ToJson());
}
