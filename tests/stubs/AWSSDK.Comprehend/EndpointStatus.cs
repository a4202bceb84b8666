using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>Where an endpoint is in its life.</summary>
public class EndpointStatus : ConstantClass
{
    public static readonly EndpointStatus CREATING = new("CREATING");
    public static readonly EndpointStatus DELETING = new("DELETING");
    public static readonly EndpointStatus FAILED = new("FAILED");
    public static readonly EndpointStatus IN_SERVICE = new("IN_SERVICE");
    public static readonly EndpointStatus UPDATING = new("UPDATING");

    public EndpointStatus(string value)
        : base(value)
    {
    }

    public static EndpointStatus FindValue(string value) => FindValue<EndpointStatus>(value);

    public static implicit operator EndpointStatus(string value) => FindValue(value);
}
