// The common parameters of AWS.Tools, passed on as they are, and the gateway that they lead to.
using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

/// <summary>A cmdlet that calls AWS, or the sandbox in its place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AwsCommand : SharingCommand
{
    private static readonly string[] s_secrets = [nameof(AccessKey), nameof(SecretKey), nameof(SessionToken), nameof(Credential)];

    private readonly Dictionary<string, IAwsGateway> _gateways = [];

    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    [Parameter]
    [Alias("AK")]
    public string? AccessKey { get; set; }

    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    public string? SecretKey { get; set; }

    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    [Parameter]
    public object? Credential { get; set; }

    [Parameter]
    [Alias("RegionToCall")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    [Parameter]
    public string? EndpointUrl { get; set; }

    // Every error record holds the parameters of its cmdlet, and stays in $Error.
    protected override void BeginProcessing()
    {
        foreach (string secret in s_secrets)
        {
            MyInvocation.BoundParameters.Remove(secret);
        }
    }

    /// <summary>AWS in the region that was asked for, or else in the region of the item, or else in the caller's own.</summary>
    private protected IAwsGateway Connect(string? itemRegion)
    {
        string? region = string.IsNullOrEmpty(Region) ? itemRegion : Region;
        if (!_gateways.TryGetValue(region ?? string.Empty, out IAwsGateway? gateway))
        {
            gateway = ActiveSandbox.Current is { } sandbox
                ? new TracingGateway(ConnectSandbox(sandbox, region), "sandbox", WriteVerbose)
                : new RetryingGateway(
                    new TracingGateway(new AwsToolsGateway(Session(), region), ProfileName ?? "AWS", WriteVerbose), Cancellation);
            _gateways.Add(region ?? string.Empty, gateway);
        }

        return gateway;
    }

    /// <summary>Tags as they are typed.</summary>
    private protected static IReadOnlyDictionary<string, string> Tags(Hashtable? tags) =>
        (tags ?? []).Cast<DictionaryEntry>().ToDictionary(tag => $"{tag.Key}", tag => $"{tag.Value}");

    /// <summary>Waits until a model is ready, with a progress bar meanwhile.</summary>
    private protected ComprehendModel WaitUntilReady(IAwsGateway gateway, ModelArn arn, string activity, int timeoutSec, int pollSec) =>
        WithProgress(activity, arn.Value, show => new ModelWaiter(gateway).Wait(
            arn,
            TimeSpan.FromSeconds(timeoutSec),
            TimeSpan.FromSeconds(pollSec),
            (now, elapsed) => show(now.Status, elapsed),
            Cancellation));

    /// <summary>Does something long, which shows its status and how long it has taken so far.</summary>
    private protected T WithProgress<T>(string activity, string item, Func<Action<string, TimeSpan>, T> work)
    {
        // A record of its own each time: who reads the stream later must not find the last state in all of them.
        void Show(ProgressRecordType type, string? operation = null) =>
            WriteProgress(new ProgressRecord(1, activity, item) { RecordType = type, CurrentOperation = operation });
        try
        {
            return work((status, elapsed) => Show(ProgressRecordType.Processing, $"{status} after {elapsed.TotalSeconds:F0} s"));
        }
        finally
        {
            Show(ProgressRecordType.Completed);
        }
    }

    // What was not given is not passed, so that AWS.Tools finds it as it always does.
    private AwsToolsSession Session()
    {
        Dictionary<string, object?> given = new()
        {
            [nameof(ProfileName)] = ProfileName,
            [nameof(ProfileLocation)] = ProfileLocation,
            [nameof(AccessKey)] = AccessKey,
            [nameof(SecretKey)] = SecretKey,
            [nameof(SessionToken)] = SessionToken,
            [nameof(Credential)] = Credential,
            [nameof(EndpointUrl)] = EndpointUrl,
        };
        return new AwsToolsSession(
            SessionState,
            given.Where(pair => pair.Value is not null and not "").ToDictionary(pair => pair.Key, pair => pair.Value!),
            WriteWarning,
            Cancellation);
    }

    private IAwsGateway ConnectSandbox(SandboxAws sandbox, string? region)
    {
        WriteVerbose($"In the sandbox, as {ProfileName ?? "its first profile"}: nothing reaches AWS.");
        try
        {
            return sandbox.Connect(string.IsNullOrEmpty(ProfileName) ? null : ProfileName, region);
        }
        catch (SharingException exception)
        {
            Terminate(exception);
            throw;
        }
    }
}
