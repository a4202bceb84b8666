using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>There is no such resource.</summary>
public class ResourceNotFoundException : AmazonComprehendException
{
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    public ResourceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
