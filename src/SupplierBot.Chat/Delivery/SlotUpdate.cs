using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Brings one slot up to date: whether anything has to be shown there, whether it may be now, and what (DELIVERY.md "Steps", 2 to 6).
/// </summary>
public sealed class SlotUpdate(
    OutboxStore outbox,
    SlotStore slots,
    Leases leases,
    ConversationStore conversations,
    UnreachableConversations unreachable,
    SlotCards cards,
    SlotMessages messages,
    SendRateLimiter pace
)
{
    /// <summary>
    /// A slot somebody else shows something in is asked about again at this pace: a call of a channel takes seconds at most.
    /// </summary>
    private static readonly TimeSpan WhileHeld = TimeSpan.FromSeconds(2);

    /// <summary>A shorter wait costs no write: the row stays where it is.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);

    /// <returns>How long nothing more may go to this conversation; zero where the next may follow.</returns>
    public async Task<TimeSpan> UpdateAsync(Claimed due, CancellationToken cancellation)
    {
        var conversation = await conversations.FindAsync(due.Item.Target, cancellation) is { Removed: false, Reference: var found }
            ? found
            : null;
        // Asked first, because a rush leaves hundreds of messages that wait for it.
        if (conversation is not null && pace.Ask(due.Item.Target, TenantOf(conversation)) is { Ticks: > 0 } wait)
            return await RateLimitedAsync(due, wait, cancellation);
        var slot = await slots.SlotAsync(due.Item, cancellation);
        if (slot is { Value.ShownVersion: var shown } && shown >= due.Item.WantVersion)
            await outbox.DropAsync(due, cancellation);
        else if (leases.HeldFor(slot?.Value) is { Ticks: > 0 } held)
            await outbox.PostponeAsync(due, held < WhileHeld ? held : WhileHeld, "another delivery", cancellation);
        else if (conversation is null)
            await unreachable.WaitAsync(due, cancellation);
        else
            return await ShowAsync(due, slot, conversation, cancellation);
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> ShowAsync(
        Claimed due,
        Versioned<SlotState>? slot,
        ConversationReference conversation,
        CancellationToken cancellation
    )
    {
        var (wanted, notBefore) = await cards.RenderAsync(due.Item, slot is { Value.MessageIds.Count: > 0 }, conversation, cancellation);
        if (wanted is not null)
            return await ShowAsync(due, slot, wanted, cancellation);
        if (notBefore is { } later)
            await outbox.PostponeAsync(due, later, "can be undone", cancellation);
        else
            await outbox.DropAsync(due, cancellation);
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> ShowAsync(Claimed due, Versioned<SlotState>? slot, SlotCard wanted, CancellationToken cancellation)
    {
        if (
            slot is { Value: { Holder: null, MessageIds.Count: > 0 } shown }
            && shown.ShownHash == wanted.Hash
            && due.Item.WantVersion != OutboxItem.ShowAgain
        )
        {
            await slots.CompleteAsync(due, slot, wanted.Version, cancellation);
            return TimeSpan.Zero;
        }
        if (pace.Take(due.Item.Target, TenantOf(wanted.To)) is { Ticks: > 0 } wait)
            return await RateLimitedAsync(due, wait, cancellation);
        if (await slots.ClaimAsync(due, slot, cancellation) is { } held)
            await messages.ShowAsync(held, wanted, cancellation);
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> RateLimitedAsync(Claimed due, TimeSpan wait, CancellationToken cancellation)
    {
        if (wait > ShortWait)
            await outbox.PostponeAsync(due, wait, "paced", cancellation);
        return wait;
    }

    private static string TenantOf(ConversationReference to) => to.TenantId ?? to.Channel;
}
