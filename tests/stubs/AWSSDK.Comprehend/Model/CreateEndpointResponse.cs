using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What CreateEndpoint answers.</summary>
public class CreateEndpointResponse : AmazonWebServiceResponse
{
    public string? EndpointArn { get; set; }

    public string? ModelArn { get; set; }
}
