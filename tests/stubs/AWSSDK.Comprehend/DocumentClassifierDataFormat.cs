using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>The format of a classifier's training data.</summary>
public class DocumentClassifierDataFormat : ConstantClass
{
    public static readonly DocumentClassifierDataFormat AUGMENTED_MANIFEST = new("AUGMENTED_MANIFEST");
    public static readonly DocumentClassifierDataFormat COMPREHEND_CSV = new("COMPREHEND_CSV");

    public DocumentClassifierDataFormat(string value)
        : base(value)
    {
    }

    public static DocumentClassifierDataFormat FindValue(string value) => FindValue<DocumentClassifierDataFormat>(value);

    public static implicit operator DocumentClassifierDataFormat(string value) => FindValue(value);
}
