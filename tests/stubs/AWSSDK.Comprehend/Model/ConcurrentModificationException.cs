using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>Two changes of tags at once.</summary>
public class ConcurrentModificationException : AmazonComprehendException
{
    public ConcurrentModificationException(string message)
        : base(message)
    {
    }

    public ConcurrentModificationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
