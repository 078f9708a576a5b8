namespace SupplierBot.Web.Local.Demo;

/// <summary>A clock that is put forward. Waits of a few milliseconds pass by themselves.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long now = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref now);

    /// <summary>What is over does not come back.</summary>
    public void MoveTo(DateTimeOffset at)
    {
        if (at > GetUtcNow())
            Interlocked.Exchange(ref now, at.UtcTicks);
    }
}
