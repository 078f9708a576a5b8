using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Delivery;

/// <summary>What becomes of a message that was not delivered: tried again later, or set aside (DELIVERY.md "Outcomes").</summary>
public sealed class FailedDeliveries(
    OutboxStore outbox,
    SlotStore slots,
    UnreachableConversations unreachable,
    StuckMessages stuck,
    SendRateLimiter pace,
    TurnMetrics instruments,
    Random chance,
    ILogger<FailedDeliveries> log
)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <summary>Then it is for a person to look at: with the longest backoff that is more than an hour.</summary>
    private const int MostAttempts = 20;

    /// <summary>It was not even claimed: its case cannot be read or shown.</summary>
    public async Task FaultedAsync(Claimed due, Exception fault, CancellationToken cancellation)
    {
        var last = due.Item.Attempts + 1 >= MostAttempts;
        Log.DeliveryFault(log, due.Item.CaseId, due.Item.SlotId, fault);
        if (last)
            instruments.Undelivered("fault");
        await outbox.FaultedAsync(due, Backoff(due.Item.Attempts + 1), fault.GetType().Name, last, cancellation);
    }

    public async Task FailedAsync(Held held, DeliveryOutcome failed, CancellationToken cancellation)
    {
        var item = held.Row.Item;
        switch (failed)
        {
            case DeliveryOutcome.Throttled { RetryAfter: var wait }:
                pace.Rest(item.Target, wait);
                Log.NotDelivered(log, item.CaseId, item.SlotId, "throttled", wait);
                await slots.ReleaseAsync(held, wait, "throttled", counts: false, cancellation);
                break;
            case DeliveryOutcome.ConversationGone gone:
                await ConversationGoneAsync(held, gone.Code, cancellation);
                break;
            case DeliveryOutcome.Refused refused when item.Attempts >= MostAttempts:
                await DeadLetterAsync(held, "refused", refused.Reason, cancellation);
                break;
            case DeliveryOutcome.Refused refused:
                Log.Undeliverable(log, item.CaseId, item.SlotId, refused.Reason, LongestBackoff);
                await stuck.ReportAsync(item, refused.Reason, cancellation);
                await slots.ReleaseAsync(held, LongestBackoff, refused.Reason, counts: true, cancellation);
                break;
            default:
                await LaterAsync(held, failed is DeliveryOutcome.NotSent notSent ? notSent.Reason : failed.GetType().Name, cancellation);
                break;
        }
    }

    private async Task LaterAsync(Held held, string reason, CancellationToken cancellation)
    {
        if (held.Row.Item.Attempts >= MostAttempts)
        {
            await DeadLetterAsync(held, "not_sent", reason, cancellation);
            return;
        }
        var wait = Backoff(held.Row.Item.Attempts);
        Log.NotDelivered(log, held.Row.Item.CaseId, held.Row.Item.SlotId, reason, wait);
        await slots.ReleaseAsync(held, wait, reason, counts: true, cancellation);
    }

    private async Task ConversationGoneAsync(Held held, string code, CancellationToken cancellation)
    {
        if (!await unreachable.IsGoneAsync(held.Row.Item.Target, cancellation))
        {
            await LaterAsync(held, code, cancellation);
            return;
        }
        await DeadLetterAsync(held, UnreachableConversations.Reason, code, cancellation);
        await unreachable.LostAsync(held.Row.Item.Target, code, cancellation);
    }

    /// <summary>For a person to look at: admins are notified, and can have it tried again.</summary>
    public async Task DeadLetterAsync(Held held, string reason, string words, CancellationToken cancellation)
    {
        await slots.DeadLetterAsync(held, words, reason == UnreachableConversations.Reason, cancellation);
        instruments.Undelivered(reason);
        Log.DeadLettered(log, held.Row.Item.CaseId, held.Row.Item.SlotId, words, held.Row.Item.Attempts);
        // The holders of a place that is lost are notified by RoleCommands.LostAsync.
        if (reason != UnreachableConversations.Reason || !Keys.IsPlace(held.Row.Item.Target))
            await stuck.ReportAsync(held.Row.Item, words, cancellation);
    }

    /// <summary>2ⁿ s, at most five minutes, ±20 % so that a storm does not come back in step.</summary>
    private TimeSpan Backoff(int attempts)
    {
        var seconds = Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(attempts, 10)) / 2);
        return TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * chance.NextDouble()));
    }
}
