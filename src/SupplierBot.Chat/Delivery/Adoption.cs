using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// A press or an automatic refresh names the message it came from. Where a post had an unknown outcome, that is how we learn of a copy
/// nobody knew; from then on it is updated like every other (DELIVERY.md "Adoption").
/// </summary>
public sealed class Adoption(SlotStore slots, TurnMetrics instruments, ILogger<Adoption> log)
{
    /// <summary>Before the turn is handled: what cannot be noted now is noted at the next press.</summary>
    public async Task LookAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Actor.Member: true, ReplyToId: { } message, Request.Press.Stamp: { Case: { } caseId, Slot: { } slotId } })
            return;
        var slot = new OutboxItem(
            caseId,
            slotId,
            ConversationStore.TargetOf(turn),
            1,
            DateTimeOffset.UnixEpoch,
            "",
            DateTimeOffset.UnixEpoch,
            0,
            ""
        );
        if (!await slots.AdoptAsync(slot, message, MessageCopies.MayAdopt, cancellation))
            return;
        instruments.Adopted();
        Log.CopyAdopted(log, caseId, slotId);
    }
}
