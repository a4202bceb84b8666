using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Comprehend;

/// <summary>What -ClientConfig takes.</summary>
public class AmazonComprehendConfig : ClientConfig
{
    public AmazonComprehendConfig()
        : base(new DefaultConfigurationProvider([]))
    {
    }

    public override string RegionEndpointServiceName => "comprehend";

    public override string ServiceVersion => "2017-11-27";

    public override string UserAgent => "aws-sdk-dotnet-stub";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        throw new NotSupportedException("A stub has no endpoint.");
}
