using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>A language that this call does not take.</summary>
public class UnsupportedLanguageException : AmazonComprehendException
{
    public UnsupportedLanguageException(string message)
        : base(message)
    {
    }

    public UnsupportedLanguageException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
