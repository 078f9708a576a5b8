using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Files;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Upkeep;

/// <summary>Once a day, on every replica, slowly: turns come first. What a restart interrupts is started again by the next round.</summary>
public sealed class RetentionSweeper(
    ExpiredRows expired,
    OrphanFiles files,
    FileLinks links,
    ClockCheck clock,
    TimeProvider time,
    Random chance,
    ILogger<RetentionSweeper> log
) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Round = TimeSpan.FromDays(1);

    /// <summary>While the clock is not believed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>Between pages of a hundred rows: a million markers take half an hour.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Replicas that start together sweep apart.
        await Task.Delay(AfterStart * (1 + chance.NextDouble()), time, stoppingToken);
        using var round = new PeriodicTimer(Round, time);
        do
        {
            while (!clock.Believed)
                await Task.Delay(Again, time, stoppingToken);
            await SweepOrSayWhyNotAsync(stoppingToken);
        } while (await round.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepOrSayWhyNotAsync(CancellationToken cancellation)
    {
        try
        {
            var drafts = await SlowlyAsync(expired.DraftsAsync(cancellation), cancellation);
            var markers = await SlowlyAsync(expired.MarkersAsync(cancellation), cancellation);
            var announcements = await SlowlyAsync(expired.AnnouncementsAsync(cancellation), cancellation);
            await SlowlyAsync(expired.SnapshotsAsync(cancellation), cancellation);
            await SlowlyAsync(links.SweepAsync(cancellation), cancellation);
            var orphans = await SlowlyAsync(files.SweepAsync(cancellation), cancellation);
            Log.RetentionSwept(log, drafts, markers, announcements, orphans);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested) // nothing depends on it today; tomorrow is another round
        {
            Log.RetentionFailed(log, fault);
        }
    }

    private async Task<long> SlowlyAsync(IAsyncEnumerable<int> pages, CancellationToken cancellation)
    {
        var all = 0L;
        await foreach (var gone in pages)
        {
            // What is old by a clock that jumped may be of today.
            if (!clock.Believed)
                break;
            all += gone;
            await Task.Delay(Rest, time, cancellation);
        }
        return all;
    }
}
