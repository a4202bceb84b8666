using ComprehendSharing.Aws;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>An endpoint in memory. As with models, its status is told from the clock.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="start">When.</param>
/// <param name="refusal">Why it fails; null when it does not.</param>
internal sealed class StoredEndpoint(CreateEndpointRequest request, DateTimeOffset start, string? refusal)
{
    private static readonly TimeSpan s_inServiceAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_failsAfter = TimeSpan.FromSeconds(30);

    public string EndpointArn => request.EndpointArn;

    public string Region => request.ModelArn.Region;

    public ComprehendEndpoint At(DateTimeOffset now)
    {
        TimeSpan after = refusal is null ? s_inServiceAfter : s_failsAfter;
        ComprehendEndpoint endpoint = new()
        {
            EndpointArn = request.EndpointArn,
            ModelArn = request.ModelArn,
            Status = EndpointStatus.Creating,
            DesiredInferenceUnits = request.DesiredInferenceUnits,
            DataAccessRoleArn = request.DataAccessRoleArn,
            CreationTime = start,
            LastModifiedTime = start,
        };
        return now - start < after ? endpoint
            : refusal is null
                ? endpoint with { Status = EndpointStatus.InService, CurrentInferenceUnits = request.DesiredInferenceUnits, LastModifiedTime = start + after }
                : endpoint with { Status = EndpointStatus.Failed, Message = refusal, LastModifiedTime = start + after };
    }
}
