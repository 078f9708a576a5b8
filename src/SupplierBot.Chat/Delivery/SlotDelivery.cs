using System.Security.Cryptography;

namespace SupplierBot.Chat;

/// <summary>
/// Brings one slot up to date: renders the newest state, updates the message where one exists, posts where none does.
/// At least once, level-triggered, idempotent by slot (facts/teams-and-tables.md §7 steps 3–7).
/// </summary>
public sealed class SlotDelivery(OutboxStore outbox, CaseStore cases, ConversationStore conversations, IEnumerable<IChannel> channels, SlotRenderer renderer, Instruments instruments, Random chance, ILogger<SlotDelivery> log)
{
    /// <summary>After an unknown POST: long enough for the message to be seen and pressed, which tells us its id.</summary>
    private static readonly TimeSpan AfterUnknown = TimeSpan.FromSeconds(30);
    /// <summary>A person who never opened the bot, or a channel without it: looked at again at this pace.</summary>
    private static readonly TimeSpan AfterUnreachable = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    public async Task DeliverAsync(Claimed due, CancellationToken cancellation)
    {
        using var span = instruments.StartDelivery()?.SetTag("supplierbot.case.id", due.Item.CaseId).SetTag("supplierbot.slot.id", due.Item.SlotId);
        if (await outbox.ClaimAsync(due, cancellation) is not { } claimed) return;
        var slot = await outbox.SlotAsync(claimed.Item, cancellation);
        if (slot is { Value.ShownVersion: var shown } && shown >= claimed.Item.WantVersion)
        {
            await outbox.DropAsync(claimed, cancellation);
            return;
        }
        if (await conversations.FindAsync(claimed.Item.Target, cancellation) is not { Removed: false } conversation)
        {
            await outbox.PostponeAsync(claimed, AfterUnreachable, "no conversation", cancellation);
            return;
        }
        await ShowAsync(claimed, slot, conversation.Reference, cancellation);
    }

    private async Task ShowAsync(Claimed claimed, Versioned<SlotState>? slot, ConversationReference to, CancellationToken cancellation)
    {
        if (await cases.FindAsync(claimed.Item.CaseId, cancellation) is not { Value: var current }
            || await renderer.RenderAsync(current, claimed.Item.SlotId, to.Channel, cancellation) is not { } card)
        {
            await outbox.DropAsync(claimed, cancellation);
            return;
        }
        var channel = channels.First(candidate => candidate.Name == to.Channel);
        var state = slot?.Value ?? SlotState.New(claimed.Item);
        var wanted = state with { ShownVersion = Math.Max(state.ShownVersion, current.Version), ShownHash = Convert.ToHexStringLower(SHA256.HashData(card.Json.Span)) };
        if (state.MessageIds.Count == 0) await PostAsync(claimed, slot, wanted, channel, to, card, cancellation);
        else if (state.ShownHash == wanted.ShownHash) await outbox.CompleteAsync(claimed, wanted, cancellation);
        else await UpdateAsync(claimed, wanted, channel, to, card, cancellation);
    }

    private async Task UpdateAsync(Claimed claimed, SlotState wanted, IChannel channel, ConversationReference to, RenderedCard card, CancellationToken cancellation)
    {
        var kept = new List<string>();
        foreach (var message in wanted.MessageIds)
        {
            switch (instruments.Updated(await channel.UpdateAsync(to, message, card, cancellation)))
            {
                case Delivery.Delivered:
                    kept.Add(message);
                    break;
                case Delivery.MessageGone:
                    break;
                case var failed:
                    await RetryAsync(claimed, failed, cancellation);
                    return;
            }
        }
        if (kept.Count > 0) await outbox.CompleteAsync(claimed, wanted with { MessageIds = kept }, cancellation);
        else await PostAsync(claimed, await outbox.SlotAsync(claimed.Item, cancellation), wanted with { MessageIds = [] }, channel, to, card, cancellation);
    }

    /// <summary>The slot says "posting" before the POST, so that after a crash or an unknown outcome the repeat is known for what it may be: a duplicate.</summary>
    private async Task PostAsync(Claimed claimed, Versioned<SlotState>? slot, SlotState wanted, IChannel channel, ConversationReference to, RenderedCard card, CancellationToken cancellation)
    {
        var repeated = slot is { Value: { Posting: true, MessageIds.Count: 0 } };
        var posting = (slot?.Value ?? SlotState.New(claimed.Item)) with { MessageIds = [], Posting = true, Duplicates = wanted.Duplicates + (repeated ? 1 : 0) };
        if (await outbox.SaveAsync(posting, slot?.ETag, cancellation) is not { } marked) return;
        if (repeated) Log.PossibleDuplicate(log, claimed.Item.CaseId, claimed.Item.SlotId);
        switch (instruments.Posted(await channel.SendAsync(to, card, cancellation)))
        {
            case Delivery.Delivered delivered:
                var ids = delivered.MessageId is { } id ? new[] { id } : [];
                await outbox.CompleteAsync(claimed, wanted with { MessageIds = ids, Posting = false, Duplicates = posting.Duplicates }, cancellation);
                break;
            case Delivery.Unknown unknown:
                Log.UnknownOutcome(log, claimed.Item.CaseId, claimed.Item.SlotId, unknown.Reason);
                await outbox.PostponeAsync(claimed, AfterUnknown, unknown.Reason, cancellation);
                break;
            case var failed:
                await outbox.SaveAsync(marked.Value with { Posting = false }, marked.ETag, cancellation);
                await RetryAsync(claimed, failed, cancellation);
                break;
        }
    }

    private async Task RetryAsync(Claimed claimed, Delivery failed, CancellationToken cancellation)
    {
        var (wait, reason) = failed switch
        {
            Delivery.Throttled throttled => (throttled.RetryAfter, "throttled"),
            Delivery.NotSent notSent => (Backoff(claimed.Item.Attempts), notSent.Reason),
            Delivery.Unknown unknown => (Backoff(claimed.Item.Attempts), unknown.Reason),
            Delivery.ConversationGone gone => (LongestBackoff, gone.Code),
            Delivery.Refused refused => (LongestBackoff, refused.Reason),
            _ => (Backoff(claimed.Item.Attempts), failed.GetType().Name),
        };
        if (failed is Delivery.ConversationGone or Delivery.Refused) Log.Undeliverable(log, claimed.Item.CaseId, claimed.Item.SlotId, reason, wait);
        else Log.NotDelivered(log, claimed.Item.CaseId, claimed.Item.SlotId, reason, wait);
        await outbox.PostponeAsync(claimed, wait, reason, cancellation);
    }

    /// <summary>2ⁿ s, at most five minutes, ±20 % so that a storm does not come back in step.</summary>
    private TimeSpan Backoff(int attempts)
    {
        var seconds = Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(attempts, 10)) / 2);
        return TimeSpan.FromSeconds(seconds * (0.8 + 0.4 * chance.NextDouble()));
    }
}
