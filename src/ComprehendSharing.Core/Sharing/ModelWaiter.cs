using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Waits until a model is ready.</summary>
/// <param name="gateway">AWS, as the account of the model.</param>
public sealed class ModelWaiter(IAwsGateway gateway)
{
    /// <summary>Describes a model again and again until it is ready.</summary>
    /// <param name="modelArn">The model version.</param>
    /// <param name="timeout">How long at most.</param>
    /// <param name="poll">How long between two looks.</param>
    /// <param name="onLook">Is told of each look: the model, and the time since the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SharingException"><c>ModelNotTrained</c>: it ended otherwise. <c>WaitTimedOut</c>.</exception>
    /// <exception cref="AwsServiceException">AWS refused to describe the model.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public ComprehendModel Wait(
        ModelArn modelArn, TimeSpan timeout, TimeSpan poll, Action<ComprehendModel, TimeSpan> onLook, CancellationToken cancellation) => Polling.Until(
        gateway,
        timeout,
        poll,
        () => gateway.DescribeModel(modelArn),
        onLook,
        model => ModelStatus.IsReady(model.Status) || (ModelStatus.IsPending(model.Status) ? false : throw Errors.ModelNotTrained(model)),
        model => Errors.WaitTimedOut(model.ModelArn, model.Status, timeout),
        cancellation);
}
