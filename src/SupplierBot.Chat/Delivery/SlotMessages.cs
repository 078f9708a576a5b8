using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// The messages of a slot that we hold: each is updated, or one is posted where there is none (DELIVERY.md "Steps", 7 to 9).
/// </summary>
public sealed class SlotMessages(
    SlotStore slots,
    Channels channels,
    FailedDeliveries failures,
    TurnMetrics instruments,
    ILogger<SlotMessages> log
)
{
    /// <summary>After an unknown POST: long enough for the message to be seen and pressed, which tells us its id.</summary>
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(30);

    private const int MostDuplicates = 3;

    public Task ShowAsync(Held held, SlotCard wanted, CancellationToken cancellation) =>
        held.Slot.Value.Posting ? PostAsync(held, wanted, [], cancellation) : UpdateAsync(held, wanted, cancellation);

    private async Task UpdateAsync(Held held, SlotCard wanted, CancellationToken cancellation)
    {
        var (kept, gone) = (new List<string>(), new List<string>());
        var ids = held.Slot.Value.MessageIds;
        foreach (var message in ids)
        {
            switch (instruments.Updated(await channels.Of(wanted.To).UpdateAsync(wanted.To, message, wanted.Card, cancellation)))
            {
                case DeliveryOutcome.Delivered:
                    kept.Add(message);
                    break;
                case DeliveryOutcome.MessageGone:
                // A copy we did not post ourselves and may not change is not ours.
                case DeliveryOutcome.Refused when message != ids[0]:
                    gone.Add(message);
                    break;
                case var failed:
                    await failures.FailedAsync(held, failed, cancellation);
                    return;
            }
        }
        if (kept.Count > 0)
            await slots.CompleteAsync(held, new(kept, gone, wanted.Version, wanted.Hash), cancellation);
        else if (await slots.BeginPostAsync(held, gone, cancellation) is { } posting)
            await PostAsync(posting, wanted, gone, cancellation);
    }

    /// <summary>
    /// The slot says "posting" already, so that after a crash or an unknown outcome the repeat is known for what it may be: a duplicate.
    /// </summary>
    private async Task PostAsync(Held held, SlotCard wanted, IReadOnlyList<string> gone, CancellationToken cancellation)
    {
        if (held.Slot.Value.Duplicates > 0)
            Log.PossibleDuplicate(log, held.Row.Item.CaseId, held.Row.Item.SlotId);
        switch (instruments.Posted(await channels.Of(wanted.To).SendAsync(wanted.To, wanted.Card, cancellation)))
        {
            case DeliveryOutcome.Delivered delivered:
                await slots.CompleteAsync(
                    held,
                    new(delivered.MessageId is { } id ? [id] : [], gone, wanted.Version, wanted.Hash),
                    cancellation
                );
                break;
            case DeliveryOutcome.Unknown unknown when held.Slot.Value.Duplicates >= MostDuplicates:
                await failures.DeadLetterAsync(held, "unknown", unknown.Reason, cancellation);
                break;
            case DeliveryOutcome.Unknown unknown:
                Log.UnknownOutcome(log, held.Row.Item.CaseId, held.Row.Item.SlotId, unknown.Reason);
                await slots.RestAsync(held, AfterUnknown, unknown.Reason, cancellation);
                break;
            case var failed:
                await failures.FailedAsync(held, failed, cancellation);
                break;
        }
    }
}
