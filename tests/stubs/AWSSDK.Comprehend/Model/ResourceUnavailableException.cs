using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>The resource is there, but not in a state for this.</summary>
public class ResourceUnavailableException : AmazonComprehendException
{
    public ResourceUnavailableException(string message)
        : base(message)
    {
    }

    public ResourceUnavailableException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
