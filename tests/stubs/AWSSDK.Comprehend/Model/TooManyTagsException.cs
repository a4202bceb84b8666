using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>More tags than a resource can have.</summary>
public class TooManyTagsException : AmazonComprehendException
{
    public TooManyTagsException(string message)
        : base(message)
    {
    }

    public TooManyTagsException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
