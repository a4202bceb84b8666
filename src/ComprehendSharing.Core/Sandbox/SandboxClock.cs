namespace ComprehendSharing.Sandbox;

/// <summary>The clock of a sandbox: another clock, and the time that was skipped. Safe for several threads.</summary>
/// <param name="baseClock">The clock that it follows.</param>
public sealed class SandboxClock(TimeProvider baseClock) : TimeProvider
{
    private long _skippedTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => baseClock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => baseClock.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _skippedTicks));

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        baseClock.GetElapsedTime(0, baseClock.GetTimestamp()).Ticks + Interlocked.Read(ref _skippedTicks);

    /// <summary>Skips some time. It never goes back.</summary>
    /// <param name="time">How much, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _skippedTicks, time.Ticks);
    }
}
