// Repeats calls that AWS throttled or failed, on top of what the SDK repeats by itself. What was throttled was not done, so
// every call may be repeated then. After an unclear outcome only a read may be; who writes has to look at what became of it.
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>A gateway whose calls are repeated, a bounded number of times, where that does no harm.</summary>
/// <param name="inner">The gateway that makes the calls.</param>
/// <param name="cancellation">Ends the waits between two calls.</param>
public sealed class RetryingGateway(IAwsGateway inner, CancellationToken cancellation = default) : IAwsGateway
{
    /// <summary>How often a call is made at most.</summary>
    public const int MaxAttempts = 5;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public string Region => inner.Region;

    /// <inheritdoc/>
    public TimeProvider Clock => inner.Clock;

    /// <inheritdoc/>
    public void Sleep(TimeSpan time, CancellationToken cancellation) => inner.Sleep(time, cancellation);

    /// <inheritdoc/>
    public CallerIdentity? GetCallerIdentity() => Read(inner.GetCallerIdentity);

    /// <inheritdoc/>
    public ComprehendModel DescribeModel(ModelArn modelArn) => Read(() => inner.DescribeModel(modelArn));

    /// <inheritdoc/>
    /// <remarks>After a failure the list is read from its beginning, and what was given out already is left out.</remarks>
    public IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null)
    {
        HashSet<ModelArn> given = [];
        int attempt = 1;
        IEnumerator<ComprehendModel> models = Read(() => inner.ListModels(kind, name)).GetEnumerator();
        try
        {
            while (true)
            {
                bool hasNext;
                try
                {
                    hasNext = models.MoveNext();
                }
                catch (AwsServiceException exception) when (MayRepeatRead(exception) && attempt < MaxAttempts)
                {
                    Pause(attempt++);
                    models.Dispose();
                    models = inner.ListModels(kind, name).GetEnumerator();
                    continue;
                }

                if (!hasNext)
                {
                    yield break;
                }

                if (given.Add(models.Current.ModelArn))
                {
                    yield return models.Current;
                }
            }
        }
        finally
        {
            models.Dispose();
        }
    }

    /// <inheritdoc/>
    public ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn) => Read(() => inner.DescribeResourcePolicy(modelArn));

    /// <inheritdoc/>
    public string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId) =>
        Write(() => inner.PutResourcePolicy(modelArn, policy, revisionId));

    /// <inheritdoc/>
    public void DeleteResourcePolicy(ModelArn modelArn, string? revisionId) => Write(() =>
    {
        inner.DeleteResourcePolicy(modelArn, revisionId);
        return true;
    });

    /// <inheritdoc/>
    public ModelArn ImportModel(ImportModelRequest request) => Write(() => inner.ImportModel(request));

    /// <inheritdoc/>
    /// <remarks>Its token makes it as harmless to repeat as a read.</remarks>
    public ModelArn CreateModel(CreateModelRequest request) => Read(() => inner.CreateModel(request));

    /// <inheritdoc/>
    /// <remarks>Its token makes it as harmless to repeat as a read.</remarks>
    public string CreateEndpoint(CreateEndpointRequest request) => Read(() => inner.CreateEndpoint(request));

    /// <inheritdoc/>
    public ComprehendEndpoint DescribeEndpoint(string endpointArn) => Read(() => inner.DescribeEndpoint(endpointArn));

    /// <inheritdoc/>
    public KeyDescription DescribeKey(string keyId) => Read(() => inner.DescribeKey(keyId));

    /// <inheritdoc/>
    public string GetKeyPolicy(KeyArn keyArn) => Read(() => inner.GetKeyPolicy(keyArn));

    /// <inheritdoc/>
    public void PutKeyPolicy(KeyArn keyArn, string policy) => Write(() =>
    {
        inner.PutKeyPolicy(keyArn, policy);
        return true;
    });

    private static bool MayRepeatRead(AwsServiceException exception) => exception.IsThrottled || exception.IsOutcomeUnknown;

    private T Read<T>(Func<T> call) => Repeat(call, MayRepeatRead);

    private T Write<T>(Func<T> call) => Repeat(call, exception => exception.IsThrottled);

    private T Repeat<T>(Func<T> call, Func<AwsServiceException, bool> mayRepeat)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return call();
            }
            catch (AwsServiceException exception) when (attempt < MaxAttempts && mayRepeat(exception))
            {
                Pause(attempt);
            }
        }
    }

    // Half of it is chance, so that many callers who were throttled together do not come back together.
    private void Pause(int attempt)
    {
        TimeSpan longest = s_firstPause * (1 << (attempt - 1));
        inner.Sleep(longest * (0.5 + (Random.Shared.NextDouble() / 2)), cancellation);
    }
}
