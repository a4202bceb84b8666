using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What ImportModel answers.</summary>
public class ImportModelResponse : AmazonWebServiceResponse
{
    public string? ModelArn { get; set; }
}
