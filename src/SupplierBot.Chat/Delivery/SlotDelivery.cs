using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Brings one slot up to date: renders the newest state, updates the message where one exists, posts where none does. At least once,
/// level-triggered, idempotent by slot (DELIVERY.md "Steps").
/// </summary>
public sealed class SlotDelivery(
    OutboxStore outbox,
    RemainingMessages rests,
    DeadLetterStore deadLetters,
    ConversationStore conversations,
    Channels channels,
    SlotRenderer renderer,
    IEnumerable<IOpenLists> lists,
    RoleCommands roles,
    StuckMessages stuck,
    SendRateLimiter pace,
    TurnMetrics instruments,
    Random chance,
    ILogger<SlotDelivery> log
)
{
    /// <summary>After an unknown POST: long enough for the message to be seen and pressed, which tells us its id.</summary>
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A slot somebody else shows something in is asked about again at this pace: a call of a channel takes seconds at most.
    /// </summary>
    private static readonly TimeSpan WhileHeld = TimeSpan.FromSeconds(2);

    /// <summary>A shorter wait costs no write: the row stays where it is.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    /// <summary>Then it is for a person to look at: with the longest backoff that is more than an hour.</summary>
    private const int MostAttempts = 20;
    private const int MostDuplicates = 3;

    /// <returns>How long nothing more may go to this conversation; zero where the next may follow.</returns>
    public async Task<TimeSpan> DeliverAsync(Claimed due, CancellationToken cancellation)
    {
        using var span = instruments
            .StartDelivery()
            ?.SetTag("supplierbot.case.id", due.Item.CaseId)
            .SetTag("supplierbot.slot.id", due.Item.SlotId);
        try
        {
            return await TryAsync(due, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException) // a case that cannot be read or shown must not hold up the others of its conversation
        {
            var last = due.Item.Attempts + 1 >= MostAttempts;
            Log.DeliveryFault(log, due.Item.CaseId, due.Item.SlotId, fault);
            if (last)
                instruments.Undelivered("fault");
            await outbox.FaultedAsync(due, Backoff(due.Item.Attempts + 1), fault.GetType().Name, last, cancellation);
            return TimeSpan.Zero;
        }
    }

    private async Task<TimeSpan> TryAsync(Claimed due, CancellationToken cancellation)
    {
        if (due.Item.After is not null)
        {
            await rests.WriteAsync(due, cancellation);
            return TimeSpan.Zero;
        }
        var conversation = await conversations.FindAsync(due.Item.Target, cancellation) is { Removed: false, Reference: var found }
            ? found
            : null;
        // Asked first, because a rush leaves hundreds of messages that wait for it.
        if (conversation is not null && pace.Ask(due.Item.Target, TenantOf(conversation)) is { Ticks: > 0 } wait)
            return await PacedAsync(due, wait, cancellation);
        var slot = await outbox.SlotAsync(due.Item, cancellation);
        if (slot is { Value.ShownVersion: var shown } && shown >= due.Item.WantVersion)
            await outbox.DropAsync(due, cancellation);
        else if (outbox.HeldFor(slot?.Value) is { Ticks: > 0 } held)
            await outbox.PostponeAsync(due, held < WhileHeld ? held : WhileHeld, "another delivery", cancellation);
        else if (conversation is null)
            await WaitForSomebodyAsync(due, cancellation);
        else if (await renderer.RenderAsync(due.Item, slot is { Value.MessageIds.Count: > 0 }, conversation, cancellation) is not { } shows)
            await outbox.DropAsync(due, cancellation);
        else
        {
            foreach (var open in lists)
                open.Changed(shows.Listed); // Whatever becomes of the message.
            return await ShowAsync(
                due,
                slot,
                new(conversation, channels.Of(conversation).Render(shows.View, CardPlace.Message), shows.Version),
                cancellation
            );
        }
        return TimeSpan.Zero;
    }

    /// <summary>Nobody polls for a person who never opened the bot: their first word, or a new installation, makes it due again.</summary>
    private async Task WaitForSomebodyAsync(Claimed due, CancellationToken cancellation)
    {
        await outbox.DeadLetterAsync(due, Unreachable, cancellation);
        Log.WaitsForConversation(log, due.Item.CaseId, due.Item.SlotId);
        // They may have come between the look and the note.
        if (await conversations.FindAsync(due.Item.Target, cancellation) is { Removed: false })
            await deadLetters.ReachableAsync(due.Item.Target, cancellation);
    }

    private async Task<TimeSpan> ShowAsync(Claimed due, Versioned<SlotState>? slot, Wanted wanted, CancellationToken cancellation)
    {
        if (
            slot is { Value: { Holder: null, MessageIds.Count: > 0 } shown }
            && shown.ShownHash == wanted.Hash
            && due.Item.WantVersion != OutboxItem.Anew
        )
        {
            await outbox.CompleteAsync(due, slot, wanted.Version, cancellation);
            return TimeSpan.Zero;
        }
        if (pace.Take(due.Item.Target, TenantOf(wanted.To)) is { Ticks: > 0 } wait)
            return await PacedAsync(due, wait, cancellation);
        if (await outbox.ClaimAsync(due, slot, cancellation) is not { } held)
            return TimeSpan.Zero;
        if (held.Slot.Value.Posting)
            await PostAsync(held, wanted, [], cancellation);
        else
            await UpdateAsync(held, wanted, cancellation);
        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> PacedAsync(Claimed due, TimeSpan wait, CancellationToken cancellation)
    {
        if (wait > ShortWait)
            await outbox.PostponeAsync(due, wait, "paced", cancellation);
        return wait;
    }

    private static string TenantOf(ConversationReference to) => to.TenantId ?? to.Channel;

    private async Task UpdateAsync(Held held, Wanted wanted, CancellationToken cancellation)
    {
        var (kept, gone) = (new List<string>(), new List<string>());
        var ids = held.Slot.Value.MessageIds;
        foreach (var message in ids)
        {
            switch (instruments.Updated(await ChannelOf(wanted).UpdateAsync(wanted.To, message, wanted.Card, cancellation)))
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
                    await FailedAsync(held, failed, cancellation);
                    return;
            }
        }
        if (kept.Count > 0)
            await outbox.CompleteAsync(held, new(kept, gone, wanted.Version, wanted.Hash), cancellation);
        else if (await outbox.BeginPostAsync(held, gone, cancellation) is { } posting)
            await PostAsync(posting, wanted, gone, cancellation);
    }

    /// <summary>
    /// The slot says "posting" already, so that after a crash or an unknown outcome the repeat is known for what it may be: a duplicate.
    /// </summary>
    private async Task PostAsync(Held held, Wanted wanted, IReadOnlyList<string> gone, CancellationToken cancellation)
    {
        if (held.Slot.Value.Duplicates > 0)
            Log.PossibleDuplicate(log, held.Row.Item.CaseId, held.Row.Item.SlotId);
        switch (instruments.Posted(await ChannelOf(wanted).SendAsync(wanted.To, wanted.Card, cancellation)))
        {
            case DeliveryOutcome.Delivered delivered:
                await outbox.CompleteAsync(
                    held,
                    new(delivered.MessageId is { } id ? [id] : [], gone, wanted.Version, wanted.Hash),
                    cancellation
                );
                break;
            case DeliveryOutcome.Unknown unknown when held.Slot.Value.Duplicates >= MostDuplicates:
                await DeadLetterAsync(held, "unknown", unknown.Reason, cancellation);
                break;
            case DeliveryOutcome.Unknown unknown:
                Log.UnknownOutcome(log, held.Row.Item.CaseId, held.Row.Item.SlotId, unknown.Reason);
                await outbox.RestAsync(held, AfterUnknown, unknown.Reason, cancellation);
                break;
            case var failed:
                await FailedAsync(held, failed, cancellation);
                break;
        }
    }

    private async Task FailedAsync(Held held, DeliveryOutcome failed, CancellationToken cancellation)
    {
        var item = held.Row.Item;
        switch (failed)
        {
            case DeliveryOutcome.Throttled { RetryAfter: var wait }:
                pace.Rest(item.Target, wait);
                Log.NotDelivered(log, item.CaseId, item.SlotId, "throttled", wait);
                await outbox.ReleaseAsync(held, wait, "throttled", counts: false, cancellation);
                break;
            case DeliveryOutcome.ConversationGone gone:
                await GoneAsync(held, gone.Code, cancellation);
                break;
            case DeliveryOutcome.Refused refused when item.Attempts >= MostAttempts:
                await DeadLetterAsync(held, "refused", refused.Reason, cancellation);
                break;
            case DeliveryOutcome.Refused refused:
                Log.Undeliverable(log, item.CaseId, item.SlotId, refused.Reason, LongestBackoff);
                await stuck.TellAsync(item, refused.Reason, cancellation);
                await outbox.ReleaseAsync(held, LongestBackoff, refused.Reason, counts: true, cancellation);
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
        await outbox.ReleaseAsync(held, wait, reason, counts: true, cancellation);
    }

    /// <summary>
    /// Where another replica knows a newer address, that one is tried; else the message waits for the conversation to come back.
    /// </summary>
    private async Task GoneAsync(Held held, string code, CancellationToken cancellation)
    {
        if (!await conversations.GoneAsync(held.Row.Item.Target, cancellation))
        {
            await LaterAsync(held, code, cancellation);
            return;
        }
        await DeadLetterAsync(held, Unreachable, code, cancellation);
        await roles.LostAsync(held.Row.Item.Target, cancellation);
    }

    private async Task DeadLetterAsync(Held held, string reason, string words, CancellationToken cancellation)
    {
        await outbox.DeadLetterAsync(held, words, reason == Unreachable, cancellation);
        instruments.Undelivered(reason);
        Log.DeadLettered(log, held.Row.Item.CaseId, held.Row.Item.SlotId, words, held.Row.Item.Attempts);
        // Of a place that is lost its holders are told (RolesDesk.LostAsync).
        if (reason != Unreachable || !Keys.IsPlace(held.Row.Item.Target))
            await stuck.TellAsync(held.Row.Item, words, cancellation);
    }

    private IChannel ChannelOf(Wanted wanted) => channels.Of(wanted.To);

    private const string Unreachable = "unreachable";

    /// <summary>2ⁿ s, at most five minutes, ±20 % so that a storm does not come back in step.</summary>
    private TimeSpan Backoff(int attempts)
    {
        var seconds = Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(attempts, 10)) / 2);
        return TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * chance.NextDouble()));
    }

    /// <param name="Version">Of the case the card was rendered from.</param>
    private sealed record Wanted(ConversationReference To, RenderedCard Card, int Version)
    {
        /// <summary>Of all that people may come to see of it.</summary>
        public string Hash { get; } = HashOf(Card);

        private static string HashOf(RenderedCard card)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(card.Content.Span);
            hash.AppendData(Encoding.UTF8.GetBytes(card.Summary));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }
}
