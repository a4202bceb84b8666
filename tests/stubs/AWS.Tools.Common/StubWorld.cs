// What Enter-AwsStub starts: a sandbox, who may call it, and the faults that befall a call before it comes there.
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;

namespace Amazon.PowerShell.Common;

/// <summary>The AWS of one runspace.</summary>
internal sealed class StubWorld(SandboxAws sandbox, IReadOnlyDictionary<string, StubAccessKey> accessKeys)
{
    private static readonly ConditionalWeakTable<Runspace, StubWorld> s_byRunspace = [];
    private readonly Dictionary<string, int> _calls = [];
    private readonly List<(string Operation, int AtCall, AwsStubFaultKind Kind)> _refusals = [];

    public static StubWorld? Current
    {
        get => s_byRunspace.TryGetValue(Runspace.DefaultRunspace, out StubWorld? world) ? world : null;
        set
        {
            s_byRunspace.Remove(Runspace.DefaultRunspace);
            if (value is not null)
            {
                s_byRunspace.Add(Runspace.DefaultRunspace, value);
            }
        }
    }

    public SandboxAws Sandbox { get; } = sandbox;

    /// <summary>Who calls without naming credentials; null for nobody.</summary>
    public StubCaller? DefaultCaller { get; init; }

    /// <summary>The region of the default profile; null when there is none.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>The most items that a page of a list has, however many were asked for.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How far the clock of the sandbox goes with every call.</summary>
    public TimeSpan TimePerCall { get; init; }

    public void AddFault(string operation, int call, AwsStubFaultKind kind, string? policy)
    {
        if (kind < AwsStubFaultKind.ExpiredCredentials)
        {
            Sandbox.AddFault(new SandboxFault(operation, call, Enum.Parse<SandboxFaultKind>(kind.ToString()), policy));
            return;
        }

        _refusals.Add((operation, _calls.GetValueOrDefault(operation) + call, kind));
    }

    public T Call<T>(StubCaller caller, string region, string operation, Func<IAwsGateway, T> call)
    {
        int number = _calls.GetValueOrDefault(operation) + 1;
        _calls[operation] = number;
        if (_refusals.Find(fault => fault.Operation == operation && fault.AtCall == number) is { AtCall: > 0 } refusal)
        {
            throw refusal.Kind == AwsStubFaultKind.ExpiredCredentials
                ? new AwsServiceException(operation, "ExpiredTokenException", "The security token included in the request is expired")
                : new AwsServiceException(operation, "AccessDeniedException", $"User is not authorized to perform: {operation}");
        }

        if (caller.RefusalCode is not null)
        {
            throw new AwsServiceException(operation, caller.RefusalCode, caller.RefusalMessage!);
        }

        Sandbox.Clock.Advance(TimePerCall);
        return call(Sandbox.Connect(caller.ProfileName, region));
    }

    /// <summary>The user or role behind a profile.</summary>
    public SandboxPrincipal FindPrincipal(string profileName) =>
        Sandbox.Scenario.Account.SelectMany(account => account.Principal).First(principal => principal.ProfileName == profileName);

    /// <summary>Null when there is no such profile.</summary>
    public StubCaller? FindByProfile(string profileName) =>
        Sandbox.ProfileNames.Contains(profileName) ? new StubCaller($"stored profile named '{profileName}'", profileName) : null;

    public StubCaller? FindByCredentials(AWSCredentials credentials, string source)
    {
        if (credentials is StubProfileCredentials profile)
        {
            return FindByProfile(profile.ProfileName) is null ? null : new StubCaller(source, profile.ProfileName);
        }

        ImmutableCredentials keys = credentials.GetCredentials();
        return FindByKeys(keys.AccessKey, keys.SecretKey, keys.Token, source);
    }

    // A wrong key is no business of the client: it is AWS that refuses it, at the call.
    public StubCaller FindByKeys(string accessKey, string secretKey, string? token, string source)
    {
        if (!accessKeys.TryGetValue(accessKey, out StubAccessKey? known) || (known.SessionToken ?? string.Empty) != (token ?? string.Empty))
        {
            return new StubCaller(source, null, "UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        return known.SecretKey is null || known.SecretKey == secretKey
            ? new StubCaller(source, known.ProfileName)
            : new StubCaller(
                source,
                null,
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided.");
    }
}
