using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>The format of a recognizer's training data.</summary>
public class EntityRecognizerDataFormat : ConstantClass
{
    public static readonly EntityRecognizerDataFormat AUGMENTED_MANIFEST = new("AUGMENTED_MANIFEST");
    public static readonly EntityRecognizerDataFormat COMPREHEND_CSV = new("COMPREHEND_CSV");

    public EntityRecognizerDataFormat(string value)
        : base(value)
    {
    }

    public static EntityRecognizerDataFormat FindValue(string value) => FindValue<EntityRecognizerDataFormat>(value);

    public static implicit operator EntityRecognizerDataFormat(string value) => FindValue(value);
}
