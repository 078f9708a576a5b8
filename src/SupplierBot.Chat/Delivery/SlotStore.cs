using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Slots and who shows something in them (DELIVERY.md "Steps"). A slot and the outbox row that is about it are claimed and settled together,
/// so that one replica at a time shows something there.
/// </summary>
public sealed class SlotStore(
    ITable table,
    ChatSettings settings,
    Leases leases,
    WakeSignal signal,
    TimeProvider time,
    TurnMetrics instruments
)
{
    /// <summary>An adoption in between is read again; more than a few at once do not happen.</summary>
    private const int Tries = 5;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<Versioned<SlotState>?> SlotAsync(OutboxItem item, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Slot(item.CaseId, item.SlotId, item.Target), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.SlotState), row.ETag!)
            : null;

    /// <summary>
    /// One transaction: the row is ours for a while, and so is the slot, which says whether a message is about to be posted.
    /// </summary>
    /// <returns>Null where another replica, or an adoption, was faster.</returns>
    public async Task<Held?> ClaimAsync(Claimed due, Versioned<SlotState>? slot, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + settings.Lease;
        var before = slot?.Value ?? SlotState.New(due.Item);
        var posting = before.MessageIds.Count == 0;
        var item = due.Item with { LeaseOwner = leases.Owner, LeaseUntil = until, Attempts = due.Item.Attempts + 1 };
        var state = before with
        {
            Holder = leases.Owner,
            HeldUntil = until,
            Posting = posting,
            Duplicates = before.Duplicates + (posting && before.Posting ? 1 : 0),
        };
        var stolen = before.Holder is { Length: > 0 } && !settings.Alone;
        return await table.CommitAsync(
            partition,
            [new RowChange.Replace(OutboxRows.Of(due.Key, item), due.ETag), Change(state, slot?.ETag)],
            cancellation
        ) switch
        {
            CommitResult.Committed { ETags: [{ } row, { } held] } => new(due with { Item = item, ETag = row }, new(state, held), stolen),
            _ => await ClaimedAfterAllAsync(due.Key, item, stolen, cancellation),
        };
    }

    /// <summary>A post begins in a slot that we hold: none of the messages it had is there any more.</summary>
    /// <returns>Null where the slot was changed meanwhile.</returns>
    public async Task<Held?> BeginPostAsync(Held held, IReadOnlyList<string> gone, CancellationToken cancellation)
    {
        var state = MessageCopies.Show(held.Slot.Value, new([], gone, 0, ""), unsure: true) with
        {
            Holder = leases.Owner,
            HeldUntil = held.Slot.Value.HeldUntil,
            Posting = true,
        };
        return
            state.MessageIds.Count == 0
            && await table.CommitAsync(partition, [Change(state, held.Slot.ETag)], cancellation)
                is CommitResult.Committed { ETags: [{ } written] }
            ? held with
            {
                Slot = new(state, written),
            }
            : null;
    }

    /// <summary>The row goes and the slot says what it shows.</summary>
    public async Task CompleteAsync(Held held, CopyState shown, CancellationToken cancellation)
    {
        if (await SettleAsync(held, slot => MessageCopies.Show(slot, shown, held.Stolen), [], cancellation))
            return;
        // The lease was lost on the way: the replica that has it now does not know the message that was just posted.
        foreach (var message in shown.UpToDate)
            await AdoptAsync(held.Row.Item, message, (slot, id) => !slot.MessageIds.Contains(id), cancellation);
    }

    /// <summary>What needs no call of the channel: the slot shows this card already.</summary>
    public Task<CommitResult> CompleteAsync(Claimed due, Versioned<SlotState> slot, int version, CancellationToken cancellation) =>
        table.CommitAsync(
            partition,
            [
                new RowChange.Delete(due.Key, due.ETag),
                Change(slot.Value with { ShownVersion = Math.Max(slot.Value.ShownVersion, version) }, slot.ETag),
            ],
            cancellation
        );

    /// <summary>Not delivered: the row is due again after <paramref name="wait"/>.</summary>
    /// <param name="counts">Whether it was an attempt: a throttled one was not.</param>
    public async Task ReleaseAsync(Held held, TimeSpan wait, string reason, bool counts, CancellationToken cancellation)
    {
        var item = held.Row.Item with { Attempts = held.Row.Item.Attempts - (counts ? 0 : 1) };
        await SettleAsync(
            held,
            slot => MessageCopies.Free(slot) with { Posting = false },
            [new RowChange.Add(OutboxRows.Later(held.Row.Key, item, time.GetUtcNow(), wait, reason))],
            cancellation
        );
        signal.WakeAfter(wait, settings.Sweep, time);
    }

    /// <summary>May have been delivered: the slot rests, so that a press can tell the id of the message that may be there.</summary>
    public async Task RestAsync(Held held, TimeSpan rest, string reason, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + rest;
        await SettleAsync(
            held,
            slot => slot.MessageIds.Count > 0 ? MessageCopies.Free(slot) : slot with { Holder = "", HeldUntil = until },
            [new RowChange.Add(OutboxRows.Later(held.Row.Key, held.Row.Item, time.GetUtcNow(), rest, reason))],
            cancellation
        );
        signal.WakeAfter(rest, settings.Sweep, time);
    }

    /// <inheritdoc cref="OutboxStore.DeadLetterAsync"/>
    public Task DeadLetterAsync(Held held, string reason, bool unreachable, CancellationToken cancellation) =>
        SettleAsync(
            held,
            slot => MessageCopies.Free(slot) with { Posting = false },
            [new RowChange.Put(OutboxRows.DeadLettered(held.Row.Item, reason, time.GetUtcNow(), unreachable))],
            cancellation
        );

    /// <summary>One more known copy of a slot, and the wish to bring every copy up to date.</summary>
    /// <returns>False where it may not be adopted, or was meanwhile.</returns>
    public async Task<bool> AdoptAsync(OutboxItem wanted, string message, Func<SlotState, string, bool> may, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await SlotAsync(wanted, cancellation) is not { } slot || !may(slot.Value, message))
                return false;
            RowChange[] batch =
            [
                Change(MessageCopies.Adopt(slot.Value, message), slot.ETag),
                Again(wanted with { WantVersion = Math.Max(1, slot.Value.ShownVersion) }, TimeSpan.Zero),
            ];
            if (await table.CommitAsync(partition, batch, cancellation) is not CommitResult.Committed)
                continue;
            signal.Wake();
            return true;
        }
        return false;
    }

    /// <summary>A claim whose answer was lost looks like a race that was lost (src/SupplierBot.Storage/TABLES.md "Lost replies").</summary>
    private async Task<Held?> ClaimedAfterAllAsync(string key, OutboxItem item, bool stolen, CancellationToken cancellation)
    {
        if (
            await table.GetAsync(partition, key, cancellation) is not { } row
            || OutboxRows.Read(row) is not { } claimed
            || claimed.Item != item
        )
            return null;
        if (await SlotAsync(item, cancellation) is not { } slot || slot.Value.Holder != leases.Owner)
            return null;
        instruments.ReplyLost();
        return new(claimed, slot, stolen);
    }

    /// <summary>
    /// Ends a delivery. Who was too late for that may have shown something older over something newer, whatever the platform answered: it
    /// is shown once more. Who took over somebody else's lease expects just that of them: it is shown once more after a lease, however this
    /// delivery ended.
    /// </summary>
    /// <returns>False where the row or the slot is another replica's by now, or this transaction's own answer was lost.</returns>
    private async Task<bool> SettleAsync(
        Held held,
        Func<SlotState, SlotState> settle,
        IReadOnlyList<RowChange> follow,
        CancellationToken cancellation
    )
    {
        if (await SettledAsync(held, settle, held.Stolen ? [.. follow, ShowAgain(held, settings.Lease)] : follow, cancellation))
            return true;
        await table.CommitAsync(partition, [ShowAgain(held, TimeSpan.Zero)], cancellation);
        signal.Wake();
        return false;
    }

    /// <summary>The row goes, what follows comes, the slot changes; over an adoption that came in between.</summary>
    private async Task<bool> SettledAsync(
        Held held,
        Func<SlotState, SlotState> settle,
        IReadOnlyList<RowChange> follow,
        CancellationToken cancellation
    )
    {
        Versioned<SlotState>? slot = held.Slot;
        for (var tries = 0; tries < Tries && slot?.Value.Holder == leases.Owner; tries++)
        {
            RowChange[] ended = [new RowChange.Delete(held.Row.Key, held.Row.ETag), Change(settle(slot.Value), slot.ETag)];
            switch (await table.CommitAsync(partition, [.. ended, .. follow], cancellation))
            {
                case CommitResult.Committed:
                    return true;
                case CommitResult.Conflict { Index: 1 }:
                    slot = await SlotAsync(held.Row.Item, cancellation);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private RowChange.Put ShowAgain(Held held, TimeSpan wait) => Again(held.Row.Item with { WantVersion = OutboxItem.ShowAgain }, wait);

    private RowChange.Put Again(OutboxItem item, TimeSpan wait) => new(OutboxRows.Again(item, time.GetUtcNow() + wait));

    private static RowChange Change(SlotState slot, string? etag) =>
        etag is null ? new RowChange.Add(CaseCommit.SlotRow(slot)) : new RowChange.Replace(CaseCommit.SlotRow(slot), etag);
}

/// <summary>A row and its slot in our hands until the lease ends.</summary>
/// <param name="Stolen">Somebody else's lease on the slot had run out: they may still be showing something older.</param>
public sealed record Held(Claimed Row, Versioned<SlotState> Slot, bool Stolen);
