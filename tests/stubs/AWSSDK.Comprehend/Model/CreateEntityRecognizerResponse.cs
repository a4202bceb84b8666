using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What CreateEntityRecognizer answers.</summary>
public class CreateEntityRecognizerResponse : AmazonWebServiceResponse
{
    public string? EntityRecognizerArn { get; set; }
}
