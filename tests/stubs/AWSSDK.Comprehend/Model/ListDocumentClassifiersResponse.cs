using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>One page of classifiers; the list is null when there is none.</summary>
public class ListDocumentClassifiersResponse : AmazonWebServiceResponse
{
    public List<DocumentClassifierProperties>? DocumentClassifierPropertiesList { get; set; }

    public string? NextToken { get; set; }
}
