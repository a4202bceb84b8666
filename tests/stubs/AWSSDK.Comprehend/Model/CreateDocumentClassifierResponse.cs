using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What CreateDocumentClassifier answers.</summary>
public class CreateDocumentClassifierResponse : AmazonWebServiceResponse
{
    public string? DocumentClassifierArn { get; set; }
}
