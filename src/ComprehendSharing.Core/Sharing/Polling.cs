using ComprehendSharing.Aws;

namespace ComprehendSharing.Sharing;

/// <summary>Looks again and again, on the clock of the AWS that is looked at.</summary>
internal static class Polling
{
    /// <summary>Looks until a look is the last one.</summary>
    /// <param name="gateway">Whose clock it is.</param>
    /// <param name="timeout">How long at most.</param>
    /// <param name="poll">How long between two looks.</param>
    /// <param name="look">Looks.</param>
    /// <param name="onLook">Is told of each look, and of the time since the first.</param>
    /// <param name="isDone">Whether it is the last look; throws when it will never be.</param>
    /// <param name="timedOut">The error when the time is over.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static T Until<T>(
        IAwsGateway gateway,
        TimeSpan timeout,
        TimeSpan poll,
        Func<T> look,
        Action<T, TimeSpan> onLook,
        Func<T, bool> isDone,
        Func<T, SharingException> timedOut,
        CancellationToken cancellation)
    {
        DateTimeOffset start = gateway.Clock.GetUtcNow();
        while (true)
        {
            T found = look();
            TimeSpan elapsed = gateway.Clock.GetUtcNow() - start;
            onLook(found, elapsed);
            if (isDone(found))
            {
                return found;
            }

            if (elapsed >= timeout)
            {
                throw timedOut(found);
            }

            gateway.Sleep(poll < timeout - elapsed ? poll : timeout - elapsed, cancellation);
        }
    }
}
