using ComprehendSharing.Identity;

namespace ComprehendSharing.Aws;

/// <summary>The parameters of Comprehend CreateEndpoint. A key is no parameter: the model brings its own.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateEndpoint.html">CreateEndpoint</see></remarks>
public sealed record CreateEndpointRequest
{
    /// <summary>The name. 1 to 40 letters, digits and inner hyphens.</summary>
    public required string EndpointName { get; init; }

    /// <summary>The model version that it serves.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>How much it can serve, from 1. Each unit is paid for while the endpoint is there.</summary>
    public required int DesiredInferenceUnits { get; init; }

    /// <summary>The role that reads the model; needed where the model is under a customer managed key.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>Tags of the endpoint, at most 50.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init; } = new Dictionary<string, string>();

    /// <summary>What makes a repetition the same request: 1 to 64 letters, digits and hyphens. A new one unless given.</summary>
    public string ClientRequestToken { get; init; } = RequestToken.New();

    /// <summary>The ARN that the endpoint gets.</summary>
    internal string EndpointArn =>
        $"{ModelArn.ToString()[..ModelArn.ToString().IndexOf('/', StringComparison.Ordinal)]}-endpoint/{EndpointName}";

    /// <summary>Whether the name is one that the API takes.</summary>
    internal bool HasName => ModelArn.IsName(EndpointName) && EndpointName.Length <= Identity.EndpointArn.MaxNameLength;

    /// <summary>Whether it asks for the same as another.</summary>
    internal bool IsSameAs(CreateEndpointRequest other) =>
        this with { Tag = other.Tag } == other && Tag.Count == other.Tag.Count && !Tag.Except(other.Tag).Any();
}
