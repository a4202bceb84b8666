// What AWS's error codes mean. The services do not agree on the suffix "Exception", so it is not looked at.
namespace ComprehendSharing.Aws;

/// <summary>Sorts error codes of AWS.</summary>
internal static class AwsErrorCode
{
    private const string Suffix = "Exception";

    /// <summary>Sorts an error.</summary>
    /// <param name="errorCode">AWS's error code.</param>
    /// <param name="statusCode">The HTTP status, if it is known; it decides where the code says nothing.</param>
    public static AwsErrorSort Sort(string errorCode, int? statusCode = null) => Bare(errorCode) switch
    {
        "AccessDenied" or "UnauthorizedOperation" or "Unauthorized" or "OptInRequired" => AwsErrorSort.AccessDenied,
        "UnrecognizedClient" or "ExpiredToken" or "RequestExpired" or "InvalidClientTokenId" or "InvalidSignature" or "InvalidToken"
            or "SignatureDoesNotMatch" or "MissingAuthenticationToken" or "IncompleteSignature" or "InvalidAccessKeyId" or "NotAuthorized" =>
            AwsErrorSort.NotAuthenticated,
        "ResourceNotFound" or "NotFound" => AwsErrorSort.NotFound,
        "ResourceInUse" or "ResourceUnavailable" or "ConcurrentModification" => AwsErrorSort.Conflict,
        "TooManyRequests" or "Throttling" or "Throttled" or "RequestThrottled" or "RequestLimitExceeded" or "SlowDown"
            or "BandwidthLimitExceeded" or "PriorRequestNotComplete" or "ProvisionedThroughputExceeded" => AwsErrorSort.Throttled,
        "ResourceLimitExceeded" or "LimitExceeded" or "TooManyTags" => AwsErrorSort.LimitExceeded,
        "KmsKeyValidation" or "KMSInvalidState" or "Disabled" => AwsErrorSort.KeyNotUsable,
        "InvalidRequest" or "Validation" or "InvalidArn" or "MalformedPolicyDocument" or "InvalidFilter" or "UnsupportedOperation"
            or "UnsupportedLanguage" => AwsErrorSort.InvalidRequest,
        "HttpRequest" or "Socket" or "Web" or "IO" => AwsErrorSort.NotReached,
        _ => statusCode switch
        {
            429 => AwsErrorSort.Throttled,
            404 => AwsErrorSort.NotFound,
            401 => AwsErrorSort.NotAuthenticated,
            403 => AwsErrorSort.AccessDenied,
            >= 400 and < 500 => AwsErrorSort.InvalidRequest,
            _ => AwsErrorSort.Failure,
        },
    };

    private static string Bare(string errorCode) =>
        errorCode.EndsWith(Suffix, StringComparison.Ordinal) ? errorCode[..^Suffix.Length] : errorCode;
}
