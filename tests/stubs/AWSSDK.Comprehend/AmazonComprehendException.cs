using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>An error that Comprehend answered; those of its API model are derived from it.</summary>
public class AmazonComprehendException : AmazonServiceException
{
    public AmazonComprehendException(string message)
        : base(message)
    {
    }

    public AmazonComprehendException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
