// Serves a model. An endpoint is paid for while it is there, whether it is asked or not.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Makes endpoints.</summary>
/// <param name="gateway">AWS, as the account of the model, in its region.</param>
public sealed class EndpointCreator(IAwsGateway gateway)
{
    /// <summary>Checks a request. Nothing is written.</summary>
    /// <param name="request">What to serve.</param>
    /// <param name="isModelPlanned">Whether the model is only planned, so that AWS cannot be asked about it.</param>
    /// <returns>The endpoint that it would make.</returns>
    /// <exception cref="SharingException">
    /// <c>RegionMismatch</c>, <c>InvalidEndpointName</c>, <c>InvalidRequestToken</c>, <c>EndpointRoleRequired</c>,
    /// <c>RoleInAnotherAccount</c>.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model.</exception>
    public ComprehendEndpoint Check(CreateEndpointRequest request, bool isModelPlanned = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ModelArn.Region != gateway.Region)
        {
            throw Errors.RegionMismatch(request.ModelArn, gateway.Region);
        }

        if (!request.HasName)
        {
            throw Errors.InvalidEndpointName(request.EndpointName);
        }

        if (!RequestToken.IsValid(request.ClientRequestToken))
        {
            throw Errors.InvalidRequestToken(request.ClientRequestToken);
        }

        if (request.DataAccessRoleArn is { } role && role.AccountId != request.ModelArn.AccountId)
        {
            throw Errors.RoleInAnotherAccount(role, request.ModelArn.AccountId);
        }

        if (request.DataAccessRoleArn is null && !isModelPlanned && gateway.DescribeModel(request.ModelArn).ModelKmsKeyId is { } key)
        {
            throw Errors.EndpointRoleRequired(request.ModelArn, key);
        }

        return Describe(request.EndpointArn, request, EndpointStatus.Planned);
    }

    /// <summary>Asks for a checked endpoint. Asking again with the same request answers the same endpoint.</summary>
    /// <param name="request">The checked request.</param>
    /// <returns>The endpoint, which is not in service yet.</returns>
    /// <exception cref="AwsServiceException">AWS refused the endpoint.</exception>
    public ComprehendEndpoint Apply(CreateEndpointRequest request)
    {
        string arn = gateway.CreateEndpoint(request);
        try
        {
            return gateway.DescribeEndpoint(arn);
        }
        catch (AwsServiceException)
        {
            // The endpoint is asked for and will cost something, so its ARN must not be lost.
            return Describe(arn, request, EndpointStatus.Creating);
        }
    }

    private static ComprehendEndpoint Describe(string arn, CreateEndpointRequest request, string status) => new()
    {
        EndpointArn = arn,
        ModelArn = request.ModelArn,
        Status = status,
        DesiredInferenceUnits = request.DesiredInferenceUnits,
        DataAccessRoleArn = request.DataAccessRoleArn,
    };
}
