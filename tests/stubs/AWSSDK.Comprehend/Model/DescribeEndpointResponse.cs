using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What DescribeEndpoint answers.</summary>
public class DescribeEndpointResponse : AmazonWebServiceResponse
{
    public EndpointProperties? EndpointProperties { get; set; }
}
