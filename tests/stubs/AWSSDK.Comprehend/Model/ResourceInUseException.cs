using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>The name is taken.</summary>
public class ResourceInUseException : AmazonComprehendException
{
    public ResourceInUseException(string message)
        : base(message)
    {
    }

    public ResourceInUseException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
