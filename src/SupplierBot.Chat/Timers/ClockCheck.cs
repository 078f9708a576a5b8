using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Whether the machine's clock can be believed. What time alone does cannot be taken back, so it waits while the clock and the machine's
/// own count of time disagree, while another replica has another time, or while the storage knows a later one. After an hour without a
/// contradiction it goes on: a clock that was put right, a machine that slept and a bot that was off for long all end like that.
/// </summary>
public sealed class ClockCheck(ITable table, ChatSettings settings, TimeProvider time, ILogger<ClockCheck> log) : IDisposable
{
    /// <summary>Replicas may differ by half a minute, and look once a minute.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Hold = TimeSpan.FromHours(1);

    /// <summary>Longer than a weekend with a holiday. Off for longer, or a clock that is ahead: the machine alone cannot tell.</summary>
    public static readonly TimeSpan LongStandstill = TimeSpan.FromDays(4);

    private readonly string storage = Keys.Storage(settings.OrganisationId);
    private readonly string me = Ids.New();
    private readonly SemaphoreSlim looking = new(1);

    private volatile Reading? last;
    private volatile Doubt? doubt;
    private string? seen;

    /// <summary>
    /// True while nothing contradicts the clock; asked before everything that cannot be taken back, because a clock can jump between two
    /// looks.
    /// </summary>
    public bool Believed => doubt is null && last is var before && (before is null || before.Drift(time).Duration() <= Tolerance);

    /// <summary>Looks at everything there is, and notes the time for the person who looks next.</summary>
    /// <param name="putRight">Run once before a time that is behind what was known is believed: true where what a clock that was ahead left
    /// has to be looked for.</param>
    /// <returns>Whether what is due may be done.</returns>
    public async Task<bool> LookAsync(Func<bool, CancellationToken, Task> putRight, CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation);
        try
        {
            return await LookedAsync(putRight, cancellation);
        }
        finally
        {
            looking.Release();
        }
    }

    public void Dispose() => looking.Dispose();

    private async Task<bool> LookedAsync(Func<bool, CancellationToken, Task> putRight, CancellationToken cancellation)
    {
        var (before, now) = (last, new Reading(time));
        if (before is not null && before.Drift(time) is var drift && drift.Duration() > Tolerance)
            Begin(now, () => Log.ClockJumped(log, drift, Hold));
        last = now;
        var row = await table.GetAsync(storage, Keys.Clock, cancellation);
        var known = row?.Values.GetValueOrDefault("Trusted") as DateTimeOffset?;
        var sure = before is not null || IsSure(row, now);
        if (before is not null)
            CompareWithOthers(row, before, now);
        if (doubt is null)
            CompareWithStored(known, before is null, now);
        if (doubt is { } held && time.GetElapsedTime(held.Since, now.Stamp) >= Hold)
        {
            await putRight(known > now.At + Tolerance, cancellation);
            doubt = null;
            Log.ClockBelieved(log, now.At);
        }
        else if (before is null && doubt is null)
            await putRight(false, cancellation);
        await NoteAsync(now, doubt is null && sure ? now.At : known, cancellation);
        return doubt is null && sure;
    }

    /// <summary>At a start another replica may be at work, whose time is another: the next look tells.</summary>
    private bool IsSure(Row? row, Reading now) =>
        settings.Alone || row?.Values.GetValueOrDefault("At") is not DateTimeOffset at || (at - now.At).Duration() <= Tolerance;

    /// <summary>What another replica wrote since the last look was its time then: somewhere between that look and now.</summary>
    private void CompareWithOthers(Row? row, Reading before, Reading now)
    {
        if (
            row is null
            || row.ETag == seen
            || row.Values.GetValueOrDefault("By") is not string by
            || by == me
            || row.Values.GetValueOrDefault("At") is not DateTimeOffset at
        )
            return;
        if (at > now.At + Tolerance)
            Begin(now, () => Log.ClocksDiffer(log, at - now.At));
        else if (at < before.At - Tolerance)
            Begin(now, () => Log.ClocksDiffer(log, at - before.At));
    }

    private void CompareWithStored(DateTimeOffset? known, bool starting, Reading now)
    {
        if (known is not { } trusted)
            return;
        if (trusted > now.At + Tolerance)
            Begin(now, () => Log.ClockBehind(log, trusted, Hold));
        else if (starting && now.At - trusted > LongStandstill)
            Begin(now, () => Log.StoodStill(log, trusted, Hold));
    }

    /// <summary>The hour counts from the newest contradiction; it is reported once.</summary>
    private void Begin(Reading now, Action say)
    {
        if (doubt is null)
            say();
        doubt = new(now.Stamp);
    }

    /// <summary>Everybody writes, also who doubts: only so the others see that clocks differ.</summary>
    private async Task NoteAsync(Reading now, DateTimeOffset? trusted, CancellationToken cancellation)
    {
        var values = new Dictionary<string, object> { ["At"] = now.At, ["By"] = me };
        if (trusted is { } known)
            values["Trusted"] = known;
        if (
            await table.CommitAsync(storage, [new RowChange.Put(new(Keys.Clock, values))], cancellation) is CommitResult.Committed
            {
                ETags: [{ } written]
            }
        )
            seen = written;
    }

    private sealed record Reading(DateTimeOffset At, long Stamp)
    {
        public Reading(TimeProvider time)
            : this(time.GetUtcNow(), time.GetTimestamp()) { }

        /// <summary>How much further the clock went than time did.</summary>
        public TimeSpan Drift(TimeProvider time) => time.GetUtcNow() - At - time.GetElapsedTime(Stamp);
    }

    private sealed record Doubt(long Since);
}
