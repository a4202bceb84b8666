// An error that AWS answered. Its code decides what it means; its text is AWS's and is kept.
namespace ComprehendSharing.Aws;

/// <summary>A call that AWS refused or failed.</summary>
public sealed class AwsServiceException : SharingException
{
    /// <summary>Makes the error of a call.</summary>
    /// <param name="operation">The API operation, such as <c>ImportModel</c>.</param>
    /// <param name="errorCode">AWS's error code, such as <c>ResourceNotFoundException</c>.</param>
    /// <param name="awsMessage">AWS's message.</param>
    /// <param name="requestId">AWS's id of the request, if it is known.</param>
    /// <param name="target">The item that the call was about.</param>
    public AwsServiceException(string operation, string errorCode, string awsMessage, string? requestId = null, object? target = null)
        : base(
            Errors.AwsErrorId(errorCode).Id,
            Errors.AwsErrorId(errorCode).Kind,
            Errors.AwsMessage(errorCode, operation, awsMessage),
            Errors.AwsRecommendation(errorCode),
            target)
    {
        Operation = operation;
        ErrorCode = errorCode;
        AwsMessage = awsMessage;
        RequestId = requestId;
    }

    /// <summary>The API operation.</summary>
    public string Operation { get; }

    /// <summary>AWS's error code.</summary>
    public string ErrorCode { get; }

    /// <summary>AWS's message.</summary>
    public string AwsMessage { get; }

    /// <summary>AWS's id of the request; null in the sandbox.</summary>
    public string? RequestId { get; }
}
