using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What DescribeDocumentClassifier answers.</summary>
public class DescribeDocumentClassifierResponse : AmazonWebServiceResponse
{
    public DocumentClassifierProperties? DocumentClassifierProperties { get; set; }
}
