// The default scenario on a clock that stands still, and the names in it.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Tests.Sandbox;

public abstract class SandboxTestBase
{
    protected const string Region = "us-west-2";
    protected const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    protected const string OwnerRoot = "arn:aws:iam::111122223333:root";
    protected const string Importer = "444455556666";
    protected const string RoleText = "arn:aws:iam::444455556666:role/ComprehendImportRole";

    protected const string RootStatement =
        $$"""{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"{{OwnerRoot}}"},"Action":"kms:*","Resource":"*"}""";

    protected static DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    protected static ModelArn Tickets { get; } = ModelArn.Parse($"arn:aws:comprehend:{Region}:111122223333:document-classifier/tickets/version/v2");

    protected static ModelArn Products { get; } = ModelArn.Parse($"arn:aws:comprehend:{Region}:111122223333:entity-recognizer/products/version/v1");

    protected static KeyArn KeyArn { get; } = KeyArn.Parse(Key);

    protected static RoleArn Role { get; } = RoleArn.Parse(RoleText);

    protected SandboxAws Aws { get; set; } = NewAws(SandboxScenario.DefaultJson);

    protected IAwsGateway Owner => Aws.Connect("owner");

    protected IAwsGateway Partner => Aws.Connect("partner");

    protected static SandboxAws NewAws(string json) => new(SandboxScenario.Parse(json), new FixedClock(Start));

    /// <summary>The default scenario with a part of its text replaced.</summary>
    protected void Change(string old, string replacement)
    {
        Assert.Contains(old, SandboxScenario.DefaultJson, StringComparison.Ordinal);
        Aws = NewAws(SandboxScenario.DefaultJson.Replace(old, replacement, StringComparison.Ordinal));
    }

    protected static string ModelPolicy(string principal = Importer, string resource = "*") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"comprehend:ImportModel","Resource":"{{resource}}"}]}""";

    protected static string KeyPolicy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", [RootStatement, .. statements])}}]}""";

    /// <summary>A call that must be refused, with a code and without a change of keys, models and policies.</summary>
    protected AwsServiceException Refused(string errorCode, Action call)
    {
        ArgumentNullException.ThrowIfNull(call);
        SandboxState before = Aws.Describe();
        AwsServiceException error = Assert.Throws<AwsServiceException>(call);
        SandboxState after = Aws.Describe();
        Assert.Equal(errorCode, error.ErrorCode);
        Assert.Equal(before.Model, after.Model);
        Assert.Equal(before.Key, after.Key);
        Assert.Equal(before.Call.Count + 1, after.Call.Count);
        Assert.Equal(errorCode, after.Call[^1].Error);
        return error;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
