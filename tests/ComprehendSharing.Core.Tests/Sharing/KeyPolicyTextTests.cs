// The text of an edited key policy: its layout, and its size.
using System.Globalization;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class KeyPolicyTextTests
{
    private const int Limit = 32_768;

    [Fact]
    public void A_document_with_CRLF_gets_no_other_line_breaks()
    {
        PolicyDocument result = Grant(World.ConsolePolicy.ReplaceLineEndings("\r\n"), World.Request(1)).Result;
        Assert.DoesNotContain('\n', result.ToJson().Replace("\r\n", string.Empty, StringComparison.Ordinal));
        result = Grant(result.ToJson(), World.Request(2)).Result;
        Assert.DoesNotContain('\n', result.ToJson().Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.Equal(
            Grant(Grant(World.ConsolePolicy.ReplaceLineEndings("\n"), World.Request(1)).Result.ToJson(), World.Request(2)).Result.ToJson(),
            result.ToJson().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_document_in_one_line_stays_in_one_line()
    {
        string line = PolicyDocument.Parse(World.ConsolePolicy).ToCompactJson();
        PolicyDocument result = Grant(line, World.Request(1)).Result;
        Assert.DoesNotContain('\n', result.ToJson());
        Assert.StartsWith(line[..^2], result.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_indented_stays_indented()
    {
        string[] lines = Grant(World.ConsolePolicy, World.Request(1)).Result.ToJson().ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("      \"Effect\": \"Allow\",", lines);
        Assert.DoesNotContain(lines, line => line.Length > 140);
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Sid":"One","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}}""")]
    [InlineData("{ \"Statement\" :\n  {\n    \"Effect\": \"Allow\", \"Principal\": { \"AWS\": \"111122223333\" },\n    \"Action\": \"kms:*\", \"Resource\": \"*\"\n  },\n  \"Version\": \"2012-10-17\", \"Note\": [1, null] }")]
    public void A_single_statement_becomes_the_first_of_a_list(string policy)
    {
        PolicyDocument before = PolicyDocument.Parse(policy);
        PolicyDocument result = Grant(policy, World.Request(1)).Result;
        Assert.Equal(3, result.Statement.Count);
        Assert.Equal(before.Statement[0], result.Statement[0]);
        Assert.Equal(before.UnknownMember, result.UnknownMember);
        Assert.Equal(policy, result.RemoveAt(2).RemoveAt(1).ToJson());
    }

    [Fact]
    public void A_grant_is_taken_out_to_the_byte()
    {
        foreach (string policy in new[] { World.ConsolePolicy, World.ConsolePolicy.ReplaceLineEndings("\r\n"), PolicyDocument.Parse(World.ConsolePolicy).ToCompactJson() })
        {
            Assert.Equal(policy, Grant(policy, World.Request(1)).Result.RemoveAt(2).RemoveAt(1).ToJson());
        }
    }

    [Fact]
    public void A_policy_of_exactly_32768_bytes_is_planned_and_one_byte_more_is_refused()
    {
        int frame = Grant(Padded(0), World.Request(1)).Result.ByteCount;
        KeyPolicyPlan plan = Grant(Padded(Limit - frame), World.Request(1));
        Assert.Equal((Limit, 0), (plan.Result.ByteCount, plan.Access[0].BytesLeft));
        SharingException error = Failure.Of("KeyPolicyTooLarge", () => Grant(Padded(Limit - frame + 1), World.Request(1)));
        Assert.Equal(ErrorKind.LimitsExceeded, error.Kind);
        Assert.Contains("32769", error.Cause, StringComparison.Ordinal);
        KeyPolicyPlan forced = Grant(Padded(Limit - frame + 1), new KeyPolicyOptions(Force: true), World.Request(1));
        Assert.Equal(-1, forced.Access[0].BytesLeft);
    }

    [Fact]
    public void The_size_is_counted_in_bytes_of_UTF_8()
    {
        int frame = Grant(Padded(0), World.Request(1)).Result.ByteCount;
        string policy = Padded(Limit - frame - 1).Replace("xx", "éx", StringComparison.Ordinal);
        Failure.Of("KeyPolicyTooLarge", () => Grant(policy, World.Request(1)));
    }

    [Fact]
    public void A_policy_that_is_too_large_already_does_not_matter_when_nothing_is_to_be_written() => Assert.True(
        Grant(Grant(Padded(Limit), new KeyPolicyOptions(Force: true), World.Request(1)).Result.ToJson(), World.Request(1)).IsUnchanged);

    // With ARNs of 78 to 80 characters, behind the policy that the KMS console writes.
    [Fact]
    public void Room_is_for_186_versions_that_are_shared_with_the_same_principals()
    {
        KeyAccessRequest[] requests = [.. Enumerable.Range(1, 187).Select(number => World.Request(number))];
        Assert.InRange(Grant(World.ConsolePolicy, requests[..186]).Access[0].BytesLeft!.Value, 0, 200);
        Failure.Of("KeyPolicyTooLarge", () => Grant(World.ConsolePolicy, requests));
    }

    [Fact]
    public void Room_is_for_37_accounts_that_are_given_one_version_one_after_the_other()
    {
        KeyAccessRequest[] requests = [.. Enumerable.Range(0, 38).Select(number => World.Request(1, $"{444455550000 + number}"))];
        Assert.InRange(Grant(World.ConsolePolicy, requests[..37]).Access[0].BytesLeft!.Value, 0, 900);
        Failure.Of("KeyPolicyTooLarge", () => Grant(World.ConsolePolicy, requests));
        Assert.InRange(Grant(World.ConsolePolicy, World.Request(1, [.. requests.Select(request => $"{request.Principal}")])).Access[0].BytesLeft!.Value, 20_000, 32_768);
    }

    [Fact]
    public void Whole_models_need_no_more_room_for_more_versions() => Assert.Equal(
        Grant(World.ConsolePolicy, World.Request(1, KeyAccessScope.Model)).Result.ByteCount,
        Grant(World.ConsolePolicy, [.. Enumerable.Range(1, 1000).Select(number => World.Request(number, KeyAccessScope.Model))]).Result.ByteCount);

    private static string Padded(int length) =>
        World.ConsolePolicy.Replace("\"Effect\"", string.Create(CultureInfo.InvariantCulture, $"\"Note\": \"{new string('x', length)}\", \"Effect\""), StringComparison.Ordinal);

    private static KeyPolicyPlan Grant(string policy, params KeyAccessRequest[] requests) => Grant(policy, new KeyPolicyOptions(), requests);

    private static KeyPolicyPlan Grant(string policy, KeyPolicyOptions options, params KeyAccessRequest[] requests) =>
        new KeyPolicyPlanner(new ResourcePolicyEvaluator()).PlanGrant(World.KeyArn, PolicyDocument.Parse(policy), requests, options);
}
