using Microsoft.Extensions.Hosting;

namespace SupplierBot.Chat;

/// <summary>Delivers the outbox: woken by every commit, and by the clock for what a crash left. One conversation is served in order; several at once.</summary>
public sealed class Dispatcher(OutboxStore outbox, SlotDelivery delivery, OutboxSignal signal, ChatSettings settings, TimeProvider time, ILogger<Dispatcher> log) : BackgroundService
{
    private const int AtOnce = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                await signal.WaitAsync(settings.Sweep, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) // the one place: rows stay where they are and the next sweep takes them again
            {
                Log.SweepFailed(log, fault);
                await Task.Delay(settings.Sweep, time, stoppingToken);
            }
        }
    }

    /// <summary>Everything that is due now, once.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var due = await outbox.DueAsync(cancellation);
        var conversations = due.GroupBy(claimed => claimed.Item.Target, StringComparer.Ordinal);
        await Parallel.ForEachAsync(conversations, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (conversation, token) =>
        {
            foreach (var claimed in conversation) await delivery.DeliverAsync(claimed, token);
        });
    }
}
