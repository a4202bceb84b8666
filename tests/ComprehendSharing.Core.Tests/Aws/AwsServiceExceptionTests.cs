using ComprehendSharing.Aws;

namespace ComprehendSharing.Tests.Aws;

public sealed class AwsServiceExceptionTests
{
    [Theory]
    [InlineData("AccessDeniedException", null, "AwsAccessDenied", ErrorKind.PermissionDenied)]
    [InlineData("AccessDenied", 403, "AwsAccessDenied", ErrorKind.PermissionDenied)]
    [InlineData("ExpiredTokenException", 400, "AwsNotAuthenticated", ErrorKind.NotAuthenticated)]
    [InlineData("UnrecognizedClientException", 400, "AwsNotAuthenticated", ErrorKind.NotAuthenticated)]
    [InlineData("InvalidSignatureException", 400, "AwsNotAuthenticated", ErrorKind.NotAuthenticated)]
    [InlineData("ResourceNotFoundException", 400, "AwsNotFound", ErrorKind.NotFound)]
    [InlineData("NotFoundException", 400, "AwsNotFound", ErrorKind.NotFound)]
    [InlineData("ResourceInUseException", 400, "AwsConflict", ErrorKind.Conflict)]
    [InlineData("ThrottlingException", 400, "AwsLimitExceeded", ErrorKind.LimitsExceeded)]
    [InlineData("LimitExceededException", 400, "AwsLimitExceeded", ErrorKind.LimitsExceeded)]
    [InlineData("KmsKeyValidationException", 400, "AwsKeyNotUsable", ErrorKind.InvalidOperation)]
    [InlineData("InvalidRequestException", 400, "AwsInvalidRequest", ErrorKind.InvalidArgument)]
    [InlineData("SomethingNewException", 400, "AwsInvalidRequest", ErrorKind.InvalidArgument)]
    [InlineData("SomethingNewException", 503, "AwsServiceFailure", ErrorKind.Unavailable)]
    [InlineData("SomethingNewException", null, "AwsServiceFailure", ErrorKind.Unavailable)]
    [InlineData("HttpRequestException", null, "AwsNotReachable", ErrorKind.NotReached)]
    public void An_error_code_has_an_id_and_a_kind(string code, int? status, string id, ErrorKind kind)
    {
        AwsServiceException error = Make(code, status);
        Assert.Equal((id, kind), (error.ErrorId, error.Kind));
        Assert.Equal((code, status, "4711", "No."), (error.ErrorCode, error.StatusCode, error.RequestId, error.AwsMessage));
        Assert.Contains("ImportModel", error.Cause, StringComparison.Ordinal);
        Assert.EndsWith("No.", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ThrottlingException", 400, true, false)]
    [InlineData("TooManyRequestsException", 400, true, false)]
    [InlineData("Throttling", null, true, false)]
    [InlineData("Unheard", 429, true, false)]
    [InlineData("LimitExceededException", 400, false, false)]
    [InlineData("InternalServerException", 500, false, true)]
    [InlineData("KMSInternalException", null, false, true)]
    [InlineData("RequestTimeoutException", null, false, true)]
    [InlineData("HttpRequestException", null, false, true)]
    [InlineData("AccessDeniedException", 400, false, false)]
    public void An_error_code_tells_whether_the_call_was_done(string code, int? status, bool isThrottled, bool isOutcomeUnknown)
    {
        AwsServiceException error = Make(code, status);
        Assert.Equal((isThrottled, isOutcomeUnknown), (error.IsThrottled, error.IsOutcomeUnknown));
    }

    private static AwsServiceException Make(string code, int? status) => new("ImportModel", code, "No.", "4711", statusCode: status);
}
