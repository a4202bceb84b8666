using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>More requests than the limit.</summary>
public class TooManyRequestsException : AmazonComprehendException
{
    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    public TooManyRequestsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
