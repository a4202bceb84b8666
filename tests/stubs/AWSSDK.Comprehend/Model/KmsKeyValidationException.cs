using System.Net;
using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>The key cannot be used.</summary>
public class KmsKeyValidationException : AmazonComprehendException
{
    public KmsKeyValidationException(string message)
        : base(message)
    {
    }

    public KmsKeyValidationException(
        string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
