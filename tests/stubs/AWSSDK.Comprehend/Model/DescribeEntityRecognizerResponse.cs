using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What DescribeEntityRecognizer answers.</summary>
public class DescribeEntityRecognizerResponse : AmazonWebServiceResponse
{
    public EntityRecognizerProperties? EntityRecognizerProperties { get; set; }
}
