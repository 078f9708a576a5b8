using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Digest;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// The one clock, on every replica: each minute it looks for what is due, where its time can be believed. What is due is kept nowhere in
/// memory, so that a missed run happens once and late, and what several replicas find at the same moment happens once (the commit decides).
/// </summary>
public sealed class Scheduler(
    ClockCheck clock,
    ClockRepair repair,
    CaseTimerService cases,
    DraftTimerService drafts,
    WeeklyDigest digest,
    TimeProvider time,
    Random chance,
    ILogger<Scheduler> log
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Replicas that start together look apart.
        await Task.Delay(Tick * (0.1 + 0.4 * chance.NextDouble()), time, stoppingToken);
        using var ticks = new PeriodicTimer(Tick, time);
        do
        {
            await TickAsync(stoppingToken);
        } while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What fails now is due a minute later.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        var believed = false;
        await OrSayWhyNotAsync(async looking => (believed = await clock.LookAsync(repair.RunAsync, looking)) ? 1 : 0, cancellation);
        if (!believed)
            return;
        await OrSayWhyNotAsync(cases.TickAsync, cancellation);
        await OrSayWhyNotAsync(drafts.TickAsync, cancellation);
        await OrSayWhyNotAsync(digest.TickAsync, cancellation);
    }

    private async Task OrSayWhyNotAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.TickFailed(log, fault);
        }
    }
}
