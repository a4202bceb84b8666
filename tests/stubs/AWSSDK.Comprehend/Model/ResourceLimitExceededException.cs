using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>More resources than an account can have.</summary>
public class ResourceLimitExceededException : AmazonComprehendException
{
    public ResourceLimitExceededException(string message)
        : base(message)
    {
    }

    public ResourceLimitExceededException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
