using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>The request is invalid.</summary>
public class InvalidRequestException : AmazonComprehendException
{
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    public InvalidRequestException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public string? Detail { get; set; }

    public InvalidRequestReason? Reason { get; set; }
}
