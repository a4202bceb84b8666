using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>The filter of a list.</summary>
public class InvalidFilterException : AmazonComprehendException
{
    public InvalidFilterException(string message)
        : base(message)
    {
    }

    public InvalidFilterException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
