// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Common/BaseCmdlets.cs (ServiceCmdlet), CredentialsArguments.cs
// (TryGetCredentials, TryGetRegion) and Utils/Common.cs (WriteVerboseEndpointMessage).
using System.Management.Automation;
using System.Net;
using Amazon.Runtime;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Common;

/// <summary>A cmdlet that calls a service: here, the sandbox that Enter-AwsStub started in this runspace.</summary>
public abstract class ServiceCmdlet : AWSCommonArgumentsCmdlet
{
    private StubCaller? _caller;
    private string? _region;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EndpointUrl { get; set; }

    protected ClientConfig? ServiceConfig { get; set; }

    /// <summary>The service in the words of AWS.Tools.</summary>
    protected abstract string ServiceName { get; }

    /// <summary>The exception from which those of the service are derived.</summary>
    protected abstract Type ExceptionType { get; }

    protected string RegionName => _region!;

    /// <summary>The most items that a page of a list has.</summary>
    protected static int PageSize => StubWorld.Current!.PageSize;

    /// <summary>The caller as the scenario has it; only within a call.</summary>
    protected PolicyPrincipal CallerArn => StubWorld.Current!.FindPrincipal(_caller!.ProfileName!).Arn;

    protected override void ProcessRecord()
    {
        if (StubWorld.Current is not { } world)
        {
            ThrowExecutionError("No stub answers in this runspace. Start one with Enter-AwsStub.");
            return;
        }

        _caller = FindCaller(world);
        if (_caller is null)
        {
            ThrowExecutionError("No credentials specified or obtained from persisted/shell defaults.");
        }

        WriteDebug($"Credentials obtained from {_caller!.Source}");
        _region = FindRegion(world);
        if (_region is null)
        {
            ThrowExecutionError("No region specified or obtained from persisted/shell defaults.");
        }
    }

    /// <summary>Makes one call, and gives what was selected of its answer.</summary>
    protected object? Call<TResponse>(string operation, Func<IAwsGateway, TResponse> call, Func<TResponse?, object?> select)
        where TResponse : AmazonWebServiceResponse => select(Call(operation, call));

    /// <summary>Makes one call.</summary>
    protected TResponse Call<TResponse>(string operation, Func<IAwsGateway, TResponse> call)
        where TResponse : AmazonWebServiceResponse
    {
        string place = string.IsNullOrEmpty(EndpointUrl) ? $"in region '{RegionName}'" : $"on endpoint '{EndpointUrl}'";
        WriteVerbose($"Invoking {ServiceName} operation '{operation}' {place}");
        try
        {
            TResponse response = StubWorld.Current!.Call(_caller!, RegionName, operation, call);
            response.HttpStatusCode = HttpStatusCode.OK;
            response.ResponseMetadata = new ResponseMetadata { RequestId = Guid.NewGuid().ToString() };
            return response;
        }
        catch (AwsServiceException exception)
        {
            Exception error = Translate(operation, exception.ErrorCode, exception.AwsMessage);
            ThrowExecutionError(error.Message, error);
            throw;
        }
    }

    /// <summary>The code that this service answers where the sandbox says <paramref name="code"/>.</summary>
    protected virtual string ErrorCode(string operation, string code) => code;

    private Exception Translate(string operation, string sandboxCode, string message)
    {
        if (sandboxCode == "RequestTimeoutException")
        {
            return new AmazonClientException(message, new TimeoutException(message));
        }

        string code = ErrorCode(operation, sandboxCode);
        bool isOurs = code.Contains("Internal", StringComparison.Ordinal);
        Type type = ExceptionType.Assembly.GetType($"{ExceptionType.Namespace}.Model.{code}") ?? ExceptionType;
        return (Exception)Activator.CreateInstance(
            type,
            message,
            null,
            isOurs ? ErrorType.Receiver : ErrorType.Sender,
            code,
            Guid.NewGuid().ToString(),
            isOurs ? HttpStatusCode.InternalServerError : HttpStatusCode.BadRequest)!;
    }

    // Keys, profile, object, shell variable, environment, default profile: in this order.
    private StubCaller? FindCaller(StubWorld world)
    {
        if (!string.IsNullOrEmpty(AccessKey) && !string.IsNullOrEmpty(SecretKey))
        {
            return world.FindByKeys(AccessKey, SecretKey, SessionToken, "the supplied key parameters");
        }

        if (!string.IsNullOrEmpty(ProfileName))
        {
            return world.FindByProfile(ProfileName);
        }

        if (Credential is not null)
        {
            return world.FindByCredentials(Credential, "supplied credentials object");
        }

        if (Unwrap(SessionState.PSVariable.GetValue("StoredAWSCredentials")) is AWSPSCredentials stored)
        {
            return world.FindByCredentials(stored.Credentials, "shell variable $StoredAWSCredentials");
        }

        if (Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } key
            && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret)
        {
            return world.FindByKeys(key, secret, Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"), "Environment");
        }

        string? profile = Environment.GetEnvironmentVariable("AWS_PROFILE");
        return string.IsNullOrEmpty(profile) ? world.DefaultCaller : world.FindByProfile(profile);
    }

    private string? FindRegion(StubWorld world)
    {
        if (Region is not null)
        {
            string? name = Unwrap(Region) switch { string text => text, AWSRegion named => named.Region, _ => null };
            return string.IsNullOrEmpty(name)
                ? throw new ArgumentException(
                    "Unsupported parameter type; Region must be a string containing the system name for a region, or an AWSRegion instance")
                : name;
        }

        if (ServiceConfig?.RegionEndpoint is { } configured)
        {
            return configured.SystemName;
        }

        if (Unwrap(SessionState.PSVariable.GetValue("StoredAWSRegion")) is string { Length: > 0 } stored)
        {
            return stored;
        }

        // Of the profiles only the default one gives a region, and it comes before the environment.
        return world.DefaultRegion ?? (Environment.GetEnvironmentVariable("AWS_REGION") is { Length: > 0 } region ? region : null);
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
