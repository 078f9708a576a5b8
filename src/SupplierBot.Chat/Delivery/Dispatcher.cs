using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Delivers the outbox: woken by every commit, and by the clock for what a crash left. One conversation is served one message after the
/// other (<see cref="FairOrder"/>); several at once, none of which waits for another that is slow.
/// </summary>
public sealed class Dispatcher(
    OutboxStore outbox,
    DeadLetterStore deadLetters,
    ConversationStore conversations,
    SlotDelivery delivery,
    WakeSignal signal,
    ChatSettings settings,
    TimeProvider time,
    ILogger<Dispatcher> log
) : BackgroundService
{
    /// <summary>A slow platform (5 s a call) still gets six messages a second.</summary>
    private const int AtOnce = 32;

    /// <summary>How often what waits for a conversation is looked at, in case nobody noticed that it came back.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private readonly MonotonicTime steady = new(time);
    private DateTimeOffset nextLook = DateTimeOffset.MinValue;
    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>Conversations that are being served; true where a sweep found more for them meanwhile.</summary>
    private readonly Dictionary<string, bool> served = new(StringComparer.Ordinal);

    /// <summary>Something that was due waits for its pace: more frequent looks than that would find it waiting.</summary>
    private volatile bool paced;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await BeginOrSayWhyNotAsync(stoppingToken);
                await signal.WaitAsync(settings.Sweep, time, stoppingToken);
                if (paced)
                    await Task.Delay(SendRateLimiter.OfTenant, time, stoppingToken);
                paced = false;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // No row is claimed any more; what was claimed is finished, so that no post ends with an unknown outcome. The host waits 10 s.
            for (var place = 0; place < AtOnce; place++)
                await places.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>Everything that is due now and that nobody serves, once.</summary>
    public async Task SweepAsync(CancellationToken cancellation) => await Task.WhenAll(await BeginAsync(cancellation));

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    private async Task BeginOrSayWhyNotAsync(CancellationToken cancellation)
    {
        try
        {
            if (steady.GetUtcNow() is var now && now >= nextLook)
            {
                nextLook = now + LookAgain;
                await deadLetters.LookAgainAsync(conversations, cancellation);
            }
            await BeginAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested) // rows stay where they are and the next sweep takes them again
        {
            Log.SweepFailed(log, fault);
        }
    }

    private async Task<IReadOnlyList<Task>> BeginAsync(CancellationToken cancellation)
    {
        var due = await outbox.DueAsync(cancellation);
        return
        [
            .. due.GroupBy(claimed => claimed.Item.Target, StringComparer.Ordinal)
                .Where(conversation => Enter(conversation.Key))
                .Select(conversation => ServeAsync(conversation.Key, FairOrder.Of(conversation), cancellation)),
        ];
    }

    private async Task ServeAsync(string conversation, IReadOnlyList<Claimed> due, CancellationToken cancellation)
    {
        var placed = false;
        try
        {
            await places.WaitAsync(cancellation);
            placed = true;
            for (var next = 0; next < due.Count; next++)
            {
                cancellation.ThrowIfCancellationRequested();
                var wait = await delivery.DeliverAsync(due[next], CancellationToken.None);
                if (wait <= TimeSpan.Zero)
                    continue;
                paced = true;
                await outbox.SpreadAsync(
                    [.. due.Skip(next + SendRateLimiter.AtOnce)],
                    wait + SendRateLimiter.AtOnce * SendRateLimiter.Each,
                    SendRateLimiter.Each,
                    CancellationToken.None
                );
                signal.WakeAfter(wait < settings.Sweep ? wait : settings.Sweep, time);
                break;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The rows stay; the next start takes them.
        }
        catch (Exception fault)
        {
            Log.SweepFailed(log, fault);
        }
        finally
        {
            if (Leave(conversation))
                signal.Wake();
            if (placed)
                places.Release();
        }
    }

    private bool Enter(string conversation)
    {
        lock (served)
        {
            if (served.TryAdd(conversation, false))
                return true;
            served[conversation] = true;
            return false;
        }
    }

    private bool Leave(string conversation)
    {
        lock (served)
            return served.Remove(conversation, out var more) && more;
    }
}
