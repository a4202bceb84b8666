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
    /// <param name="statusCode">The HTTP status, if there was one.</param>
    public AwsServiceException(
        string operation, string errorCode, string awsMessage, string? requestId = null, object? target = null, int? statusCode = null)
        : this(AwsErrorCode.Sort(errorCode, statusCode), operation, errorCode, awsMessage, target)
    {
        RequestId = requestId;
        StatusCode = statusCode;
    }

    private AwsServiceException(AwsErrorSort sort, string operation, string errorCode, string awsMessage, object? target)
        : base(
            Errors.AwsErrorId(sort).Id,
            Errors.AwsErrorId(sort).Kind,
            Errors.AwsMessage(sort, operation, awsMessage),
            Errors.AwsRecommendation(sort),
            target)
    {
        Operation = operation;
        ErrorCode = errorCode;
        AwsMessage = awsMessage;
        IsThrottled = sort == AwsErrorSort.Throttled;
        IsOutcomeUnknown = sort is AwsErrorSort.Failure or AwsErrorSort.NotReached;
    }

    /// <summary>The API operation.</summary>
    public string Operation { get; }

    /// <summary>AWS's error code.</summary>
    public string ErrorCode { get; }

    /// <summary>AWS's message.</summary>
    public string AwsMessage { get; }

    /// <summary>AWS's id of the request; null in the sandbox.</summary>
    public string? RequestId { get; }

    /// <summary>The HTTP status of the answer; null where there was none, and in the sandbox.</summary>
    public int? StatusCode { get; }

    /// <summary>Whether AWS took the call for one too many. Then nothing was done.</summary>
    public bool IsThrottled { get; }

    /// <summary>Whether the call may have been done all the same: AWS failed meanwhile, or its answer did not arrive.</summary>
    public bool IsOutcomeUnknown { get; }
}
