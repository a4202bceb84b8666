using ComprehendSharing.Aws;

namespace ComprehendSharing.Sharing;

/// <summary>Waits until an endpoint is in service.</summary>
/// <param name="gateway">AWS, as the account of the endpoint.</param>
public sealed class EndpointWaiter(IAwsGateway gateway)
{
    /// <summary>Describes an endpoint again and again until it is in service.</summary>
    /// <param name="endpointArn">The endpoint.</param>
    /// <param name="timeout">How long at most.</param>
    /// <param name="poll">How long between two looks.</param>
    /// <param name="onLook">Is told of each look: the endpoint, and the time since the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SharingException"><c>EndpointFailed</c>: it ended otherwise. <c>WaitTimedOut</c>.</exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the endpoint.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public ComprehendEndpoint Wait(
        string endpointArn, TimeSpan timeout, TimeSpan poll, Action<ComprehendEndpoint, TimeSpan> onLook, CancellationToken cancellation) => Polling.Until(
        gateway,
        timeout,
        poll,
        () => gateway.DescribeEndpoint(endpointArn),
        onLook,
        endpoint => endpoint.Status == EndpointStatus.InService
            || (endpoint.Status is EndpointStatus.Creating or EndpointStatus.Updating ? false : throw Errors.EndpointFailed(endpoint)),
        endpoint => Errors.WaitTimedOut(endpoint.EndpointArn, endpoint.Status, timeout),
        cancellation);
}
