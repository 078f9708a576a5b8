using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Delivers one row of the outbox. At least once, level-triggered, idempotent by slot (DELIVERY.md "Steps"). One that cannot be read or
/// shown must not hold up the others of its conversation.
/// </summary>
public sealed class SlotDelivery(SlotUpdate update, RemainingMessages rests, FailedDeliveries failures, TurnMetrics instruments)
{
    /// <returns>How long nothing more may go to this conversation; zero where the next may follow.</returns>
    public async Task<TimeSpan> DeliverAsync(Claimed due, CancellationToken cancellation)
    {
        using var span = instruments
            .StartDelivery()
            ?.SetTag("supplierbot.case.id", due.Item.CaseId)
            .SetTag("supplierbot.slot.id", due.Item.SlotId);
        try
        {
            if (due.Item.After is null)
                return await update.UpdateAsync(due, cancellation);
            await rests.WriteAsync(due, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException) // whatever it is, the row is tried again
        {
            await failures.FaultedAsync(due, fault, cancellation);
        }
        return TimeSpan.Zero;
    }
}
