using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>An error inside Comprehend.</summary>
public class InternalServerException : AmazonComprehendException
{
    public InternalServerException(string message)
        : base(message)
    {
    }

    public InternalServerException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
