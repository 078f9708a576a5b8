namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>The clock of one machine: off by <paramref name="skew"/>, and its timers fire in the one order of the world.</summary>
/// <param name="jump">How far it jumped at the moment, in one direction or the other.</param>
internal sealed class ReplicaClock(SimulationScheduler world, TimeSpan skew, Func<TimeSpan> jump) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => world.Now + skew + jump();

    public override long GetTimestamp() => world.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(world, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimulationScheduler world, TimerCallback callback, object? state) : ITimer
    {
        private int change;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = ++change;
            if (dueTime >= TimeSpan.Zero)
                world.At(world.Now + dueTime, () => Fire(mine, period));
            return true;
        }

        public void Dispose() => change++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Fire(int mine, TimeSpan period)
        {
            if (mine != change)
                return;
            if (period > TimeSpan.Zero)
                Change(period, period);
            callback(state);
        }
    }
}
