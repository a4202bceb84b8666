// The SDK's exception is inside the terminating error of AWS.Tools. It is read by the names of its properties, since its
// assembly is not referenced; it is not chained, since its error record holds the bound parameters.
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>Makes errors of this module from those of AWS.Tools.</summary>
internal static class AwsToolsErrors
{
    private static readonly string[] s_connection = ["HttpRequestException", "SocketException", "WebException", "IOException"];
    private static readonly string[] s_timeout = ["TimeoutException", "TaskCanceledException", "OperationCanceledException"];

    public static SharingException From(RuntimeException thrown, string operation, string cmdlet, AwsToolsSession session)
    {
        List<Exception> chain = Chain(thrown.ErrorRecord?.Exception ?? thrown);
        string message = session.WithoutSecrets(chain[0].Message);
        if (chain.FirstOrDefault(IsService) is { } service)
        {
            return FromService(service, operation, session);
        }

        if (OfSession(message, session) is { } ofSession)
        {
            return ofSession;
        }

        if (chain.Exists(exception => s_timeout.Contains(exception.GetType().Name)))
        {
            return new AwsServiceException(operation, "RequestTimeoutException", message);
        }

        return chain.Find(exception => s_connection.Contains(exception.GetType().Name)) is { } connection
            ? new AwsServiceException(operation, connection.GetType().Name, message)
            : Errors.AwsToolsFailed(operation, message, cmdlet);
    }

    private static AwsServiceException FromService(Exception service, string operation, AwsToolsSession session)
    {
        string code = AwsToolsObjects.Text(service, "ErrorCode") is { Length: > 0 } told ? told : service.GetType().Name;
        int? status = AwsToolsObjects.Value(service, "StatusCode") is { } value && LanguagePrimitives.TryConvertTo(value, out int number) && number > 0
            ? number
            : null;
        return new AwsServiceException(
            operation, code, session.WithoutSecrets(service.Message), AwsToolsObjects.Text(service, "RequestId"), statusCode: status);
    }

    // What AWS.Tools itself finds missing; its texts are all that tells.
    private static SharingException? OfSession(string message, AwsToolsSession session)
    {
        if (message.StartsWith("No credentials specified", StringComparison.Ordinal))
        {
            return session.ProfileName is { } profile ? Errors.AwsProfileNotFound(profile) : Errors.AwsCredentialsMissing();
        }

        if (message.StartsWith("No region specified", StringComparison.Ordinal))
        {
            return Errors.AwsRegionMissing();
        }

        return message.Contains("Invoke-AWSSSOLogin", StringComparison.Ordinal) ? Errors.AwsSignInExpired(message) : null;
    }

    // A SocketException has an ErrorCode too, which is a number.
    private static bool IsService(Exception exception) =>
        AwsToolsObjects.Has(exception, "ErrorCode", typeof(string)) && AwsToolsObjects.Has(exception, "RequestId", typeof(string));

    private static List<Exception> Chain(Exception outermost)
    {
        List<Exception> chain = [];
        for (Exception? exception = outermost; exception is not null && chain.Count < 16; exception = exception.InnerException)
        {
            chain.Add(exception);
        }

        return chain;
    }
}
