using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// The outbox: what is due, whose it is while it is delivered, and how it ends (DELIVERY.md "Steps"). A row and its slot are claimed and
/// settled together, so that one replica at a time shows something in a slot.
/// </summary>
public sealed class OutboxStore(
    ITable table,
    ChatSettings settings,
    WakeSignal signal,
    TimeProvider time,
    OutboxGauge gauge,
    TurnMetrics instruments,
    ILogger<OutboxStore> log
)
{
    private const int PageSize = 500;

    /// <summary>Two changes a row, and a transaction has 100.</summary>
    private const int MostMoved = 50;

    /// <summary>Nothing waits longer, whatever a platform asks for: what is later was written by a clock that was ahead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>An adoption in between is read again; more than a few at once do not happen.</summary>
    private const int Tries = 5;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string owner = Ids.New();

    /// <summary>
    /// Rows whose time has come and that nobody holds, oldest first. Keys begin with that time: what waits for later costs nothing.
    /// </summary>
    public async Task<IReadOnlyList<Claimed>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rows = await table.ReadAsync(partition, Keys.OutboxPrefix, Keys.OutboxAfter(now), PageSize, cancellation);
        gauge.Saw(
            gauge.Watched
                ? [.. rows, .. await table.ReadAsync(partition, Keys.OutboxAfter(now), Keys.OutboxEnd, PageSize, cancellation)]
                : rows
        );
        var due = new List<Claimed>();
        foreach (var row in rows)
        {
            if (
                await ReadOrDeadLetterAsync(row, cancellation) is { } claimed
                && claimed.Item.Next <= now
                && (claimed.Item.LeaseUntil <= now || IsTooFar(claimed.Item.LeaseUntil, now) || LeftByACrash(claimed.Item.LeaseOwner))
            )
                due.Add(claimed);
        }
        return due;
    }

    /// <summary>One row that nobody can read must not stop all others. What a later release wrote stays for its replicas.</summary>
    private async Task<Claimed?> ReadOrDeadLetterAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            return Read(row);
        }
        catch (UnreadableRowException fault)
        {
            Log.UnreadableOutboxRow(log, row.Key, fault);
            if (fault.Later)
                return null;
            instruments.Undelivered("unreadable");
            await table.CommitAsync(
                partition,
                [new RowChange.Delete(row.Key, row.ETag), new RowChange.Put(row with { Key = Keys.Unreadable(row.Key), ETag = null })],
                cancellation
            );
            return null;
        }
    }

    public async Task<Versioned<SlotState>?> SlotAsync(OutboxItem item, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Slot(item.CaseId, item.SlotId, item.Target), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.SlotState), row.ETag!)
            : null;

    /// <summary>How long somebody else still shows something in the slot, or it rests; zero where it is free.</summary>
    public TimeSpan HeldFor(SlotState? slot)
    {
        if (slot is not { Holder: { } holder, HeldUntil: { } until } || (!slot.Resting && LeftByACrash(holder)))
            return TimeSpan.Zero;
        var now = time.GetUtcNow();
        return until > now && !IsTooFar(until, now) ? until - now : TimeSpan.Zero;
    }

    /// <summary>No lease and no rest is that long: a clock was ahead when it was written.</summary>
    private static bool IsTooFar(DateTimeOffset until, DateTimeOffset now) => until > now + LongestWait;

    /// <summary>
    /// One transaction: the row is ours for a while, and so is the slot, which says whether a message is about to be posted.
    /// </summary>
    /// <returns>Null where another replica, or an adoption, was faster.</returns>
    public async Task<Held?> ClaimAsync(Claimed due, Versioned<SlotState>? slot, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + settings.Lease;
        var before = slot?.Value ?? SlotState.New(due.Item);
        var posting = before.MessageIds.Count == 0;
        var item = due.Item with { LeaseOwner = owner, LeaseUntil = until, Attempts = due.Item.Attempts + 1 };
        var state = before with
        {
            Holder = owner,
            HeldUntil = until,
            Posting = posting,
            Duplicates = before.Duplicates + (posting && before.Posting ? 1 : 0),
        };
        var stolen = before.Holder is { Length: > 0 } && !settings.Alone;
        return await table.CommitAsync(
            partition,
            [new RowChange.Replace(RowOf(due.Key, item), due.ETag), Change(state, slot?.ETag)],
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
            Holder = owner,
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
            [new RowChange.Add(LaterRow(held.Row.Key, item, wait, reason))],
            cancellation
        );
        WakeAfter(wait);
    }

    /// <summary>May have been delivered: the slot rests, so that a press can tell the id of the message that may be there.</summary>
    public async Task RestAsync(Held held, TimeSpan rest, string reason, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + rest;
        await SettleAsync(
            held,
            slot => slot.MessageIds.Count > 0 ? MessageCopies.Free(slot) : slot with { Holder = "", HeldUntil = until },
            [new RowChange.Add(LaterRow(held.Row.Key, held.Row.Item, rest, reason))],
            cancellation
        );
        WakeAfter(rest);
    }

    /// <summary>It could not even be tried: one attempt more, unless it was claimed, which counted already.</summary>
    public Task FaultedAsync(Claimed due, TimeSpan wait, string reason, bool last, CancellationToken cancellation) =>
        last
            ? table.CommitAsync(
                partition,
                [new RowChange.Delete(due.Key, due.ETag), DeadLettered(due.Item, reason, unreachable: false)],
                cancellation
            )
            : PostponeAsync(due with { Item = due.Item with { Attempts = due.Item.Attempts + 1 } }, wait, reason, cancellation);

    /// <summary>A row nobody holds is due again after <paramref name="wait"/>; lost to another replica means that theirs counts.</summary>
    public async Task PostponeAsync(Claimed due, TimeSpan wait, string reason, CancellationToken cancellation)
    {
        await table.CommitAsync(
            partition,
            [new RowChange.Delete(due.Key, due.ETag), new RowChange.Add(LaterRow(due.Key, due.Item, wait, reason))],
            cancellation
        );
        WakeAfter(wait);
    }

    /// <summary>
    /// Rows that cannot leave yet are due one after the other, when they can: those due now are read 500 at a time, and a long queue for
    /// one conversation must not hide all others.
    /// </summary>
    public async Task SpreadAsync(IReadOnlyList<Claimed> rows, TimeSpan first, TimeSpan each, CancellationToken cancellation)
    {
        var place = 0;
        foreach (var some in rows.Chunk(MostMoved))
        {
            // A lost race means that another replica has one of them: these stay, and are looked at again.
            await table.CommitAsync(
                partition,
                [
                    .. some.SelectMany(row =>
                        new RowChange[]
                        {
                            new RowChange.Delete(row.Key, row.ETag),
                            new RowChange.Add(LaterRow(row.Key, row.Item, first + place++ * each, "paced")),
                        }
                    ),
                ],
                cancellation
            );
        }
    }

    public Task<CommitResult> DropAsync(Claimed due, CancellationToken cancellation) =>
        table.CommitAsync(partition, [new RowChange.Delete(due.Key, due.ETag)], cancellation);

    /// <summary>Out of the outbox until somebody acts: an installation, or an admin (<see cref="DeadLetterStore"/>).</summary>
    public Task<CommitResult> DeadLetterAsync(Claimed due, string reason, CancellationToken cancellation) =>
        table.CommitAsync(
            partition,
            [new RowChange.Delete(due.Key, due.ETag), DeadLettered(due.Item, reason, unreachable: true)],
            cancellation
        );

    /// <inheritdoc cref="DeadLetterAsync(Claimed, string, CancellationToken)"/>
    public Task DeadLetterAsync(Held held, string reason, bool unreachable, CancellationToken cancellation) =>
        SettleAsync(
            held,
            slot => MessageCopies.Free(slot) with { Posting = false },
            [DeadLettered(held.Row.Item, reason, unreachable)],
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
                AgainRow(wanted with { WantVersion = Math.Max(1, slot.Value.ShownVersion) }, TimeSpan.Zero),
            ];
            if (await table.CommitAsync(partition, batch, cancellation) is not CommitResult.Committed)
                continue;
            signal.Wake();
            return true;
        }
        return false;
    }

    private bool LeftByACrash(string holder) => settings.Alone && holder != owner;

    /// <summary>A claim whose answer was lost looks like a race that was lost (src/SupplierBot.Storage/TABLES.md "Lost replies").</summary>
    private async Task<Held?> ClaimedAfterAllAsync(string key, OutboxItem item, bool stolen, CancellationToken cancellation)
    {
        if (await table.GetAsync(partition, key, cancellation) is not { } row || Read(row) is not { } claimed || claimed.Item != item)
            return null;
        if (await SlotAsync(item, cancellation) is not { } slot || slot.Value.Holder != owner)
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
        if (await SettledAsync(held, settle, held.Stolen ? [.. follow, AnewRow(held, settings.Lease)] : follow, cancellation))
            return true;
        await table.CommitAsync(partition, [AnewRow(held, TimeSpan.Zero)], cancellation);
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
        for (var tries = 0; tries < Tries && slot?.Value.Holder == owner; tries++)
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

    private RowChange.Put DeadLettered(OutboxItem item, string reason, bool unreachable) =>
        new(
            Rows.Of(
                Keys.Undelivered(item),
                new StoredDeadLetter(
                    item with
                    {
                        LeaseUntil = DateTimeOffset.UnixEpoch,
                        LastError = reason,
                    },
                    reason,
                    time.GetUtcNow(),
                    unreachable
                ),
                StoredJson.Default.StoredDeadLetter
            )
        );

    private RowChange.Put AnewRow(Held held, TimeSpan wait) => AgainRow(held.Row.Item with { WantVersion = OutboxItem.Anew }, wait);

    private RowChange.Put AgainRow(OutboxItem item, TimeSpan wait)
    {
        var due = time.GetUtcNow() + wait;
        return new(
            RowOf(
                Keys.OutboxAgain(due, item),
                item with
                {
                    Next = due,
                    LeaseUntil = DateTimeOffset.UnixEpoch,
                    Attempts = 0,
                    LastError = "",
                }
            )
        );
    }

    private Row LaterRow(string key, OutboxItem item, TimeSpan wait, string reason)
    {
        var next = time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
        return RowOf(Keys.OutboxAt(next, key), item with { LeaseUntil = DateTimeOffset.UnixEpoch, Next = next, LastError = reason });
    }

    private void WakeAfter(TimeSpan wait)
    {
        if (wait < settings.Sweep)
            signal.WakeAfter(wait, time);
    }

    private static Claimed Read(Row row) => new(row.Key, Rows.Read(row, StoredJson.Default.OutboxItem), row.ETag!);

    private static Row RowOf(string key, OutboxItem item) => Rows.Of(key, item, StoredJson.Default.OutboxItem);

    private static RowChange Change(SlotState slot, string? etag) =>
        etag is null ? new RowChange.Add(CaseCommit.SlotRow(slot)) : new RowChange.Replace(CaseCommit.SlotRow(slot), etag);
}

/// <summary>An outbox row as read or as held.</summary>
public sealed record Claimed(string Key, OutboxItem Item, string ETag);

/// <summary>A row and its slot in our hands until the lease ends.</summary>
/// <param name="Stolen">Somebody else's lease on the slot had run out: they may still be showing something older.</param>
public sealed record Held(Claimed Row, Versioned<SlotState> Slot, bool Stolen);
