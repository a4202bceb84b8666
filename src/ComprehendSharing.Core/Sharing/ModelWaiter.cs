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
        ModelArn modelArn, TimeSpan timeout, TimeSpan poll, Action<ComprehendModel, TimeSpan> onLook, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(onLook);
        DateTimeOffset start = gateway.Clock.GetUtcNow();
        while (true)
        {
            ComprehendModel model = gateway.DescribeModel(modelArn);
            TimeSpan elapsed = gateway.Clock.GetUtcNow() - start;
            onLook(model, elapsed);
            if (ModelStatus.IsReady(model.Status))
            {
                return model;
            }

            if (!ModelStatus.IsPending(model.Status))
            {
                throw Errors.ModelNotTrained(model);
            }

            if (elapsed >= timeout)
            {
                throw Errors.WaitTimedOut(model, timeout);
            }

            gateway.Sleep(poll < timeout - elapsed ? poll : timeout - elapsed, cancellation);
        }
    }
}
