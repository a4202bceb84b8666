using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>Why a request is invalid.</summary>
public class InvalidRequestReason : ConstantClass
{
    public static readonly InvalidRequestReason INVALID_DOCUMENT = new("INVALID_DOCUMENT");

    public InvalidRequestReason(string value)
        : base(value)
    {
    }

    public static InvalidRequestReason FindValue(string value) => FindValue<InvalidRequestReason>(value);

    public static implicit operator InvalidRequestReason(string value) => FindValue(value);
}
