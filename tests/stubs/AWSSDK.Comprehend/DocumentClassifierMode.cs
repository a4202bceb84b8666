using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>How many classes a document may have.</summary>
public class DocumentClassifierMode : ConstantClass
{
    public static readonly DocumentClassifierMode MULTI_CLASS = new("MULTI_CLASS");
    public static readonly DocumentClassifierMode MULTI_LABEL = new("MULTI_LABEL");

    public DocumentClassifierMode(string value)
        : base(value)
    {
    }

    public static DocumentClassifierMode FindValue(string value) => FindValue<DocumentClassifierMode>(value);

    public static implicit operator DocumentClassifierMode(string value) => FindValue(value);
}
