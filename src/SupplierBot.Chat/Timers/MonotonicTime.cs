namespace SupplierBot.Chat.Timers;

/// <summary>
/// The time of a process that only ever goes on: for what is remembered for a while in memory. The machine's clock can jump; a rest, a
/// limit or a kept answer would then last for years, or end at once.
/// </summary>
public sealed class MonotonicTime(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset start = time.GetUtcNow();
    private readonly long stamp = time.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;
    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => start + time.GetElapsedTime(stamp);

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
