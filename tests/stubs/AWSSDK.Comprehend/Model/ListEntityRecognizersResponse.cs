using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>One page of recognizers; the list is null when there is none.</summary>
public class ListEntityRecognizersResponse : AmazonWebServiceResponse
{
    public List<EntityRecognizerProperties>? EntityRecognizerPropertiesList { get; set; }

    public string? NextToken { get; set; }
}
