namespace SupplierBot.Chat;

/// <summary>The outbox and the slots it fills: claim by ETag lease, complete in one transaction (facts/teams-and-tables.md §7).</summary>
public sealed class OutboxStore(ITable table, ChatSettings settings, OutboxSignal signal, TimeProvider time, OutboxGauge gauge)
{
    private const int PageSize = 500;
    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string owner = Ids.New();

    /// <summary>Rows whose time has come and that nobody holds, oldest first. Keys begin with that time: what waits for later costs nothing.</summary>
    public async Task<IReadOnlyList<Claimed>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rows = await table.ReadAsync(partition, "o-", Keys.OutboxAfter(now), PageSize, cancellation);
        gauge.Saw(gauge.Watched ? [.. rows, .. await table.ReadAsync(partition, Keys.OutboxAfter(now), Keys.After("o-"), PageSize, cancellation)] : rows);
        return [.. rows
            .Select(row => new Claimed(row.Key, Rows.Read(row, StoredJson.Default.OutboxItem), row.ETag!))
            .Where(claimed => claimed.Item.Next <= now && (claimed.Item.LeaseUntil <= now || LeftByACrash(claimed.Item)))];
    }

    private bool LeftByACrash(OutboxItem item) => settings.Alone && item.LeaseOwner != owner;

    /// <summary>Null where another replica was faster.</summary>
    public async Task<Claimed?> ClaimAsync(Claimed due, CancellationToken cancellation)
    {
        var item = due.Item with { LeaseOwner = owner, LeaseUntil = time.GetUtcNow() + settings.Lease, Attempts = due.Item.Attempts + 1 };
        var row = Rows.Of(due.Key, item, StoredJson.Default.OutboxItem);
        return await table.CommitAsync(partition, [new RowChange.Replace(row, due.ETag)], cancellation) is CommitResult.Committed { ETags: [{ } written] }
            ? due with { Item = item, ETag = written }
            : null;
    }

    /// <summary>Gives the row back until <paramref name="wait"/> has passed; lost to another replica means that theirs counts.</summary>
    public async Task PostponeAsync(Claimed claimed, TimeSpan wait, string reason, CancellationToken cancellation)
    {
        var next = time.GetUtcNow() + wait;
        var later = Rows.Of(Keys.OutboxAt(next, claimed.Key), claimed.Item with { LeaseUntil = DateTimeOffset.UnixEpoch, Next = next, LastError = reason }, StoredJson.Default.OutboxItem);
        await table.CommitAsync(partition, [new RowChange.Delete(claimed.Key, claimed.ETag), new RowChange.Add(later)], cancellation);
        if (wait < settings.Sweep) signal.WakeAfter(wait, time);
    }

    public async Task<Versioned<SlotState>?> SlotAsync(OutboxItem item, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Slot(item.CaseId, item.SlotId, item.Target), cancellation) is { } row
            ? new(Rows.Read(row, StoredJson.Default.SlotState), row.ETag!)
            : null;

    /// <summary>Null where another replica changed the slot first.</summary>
    public async Task<Versioned<SlotState>?> SaveAsync(SlotState slot, string? etag, CancellationToken cancellation)
    {
        var row = CaseCommit.SlotRow(slot);
        RowChange change = etag is null ? new RowChange.Add(row) : new RowChange.Replace(row, etag);
        return await table.CommitAsync(partition, [change], cancellation) is CommitResult.Committed { ETags: [{ } written] } ? new(slot, written) : null;
    }

    /// <summary>The row goes and the slot says what it shows, in one transaction; lost to another replica means that theirs counts.</summary>
    public Task<CommitResult> CompleteAsync(Claimed claimed, SlotState shown, CancellationToken cancellation) =>
        table.CommitAsync(partition, [new RowChange.Delete(claimed.Key, claimed.ETag), new RowChange.Put(CaseCommit.SlotRow(shown))], cancellation);

    public Task<CommitResult> DropAsync(Claimed claimed, CancellationToken cancellation) =>
        table.CommitAsync(partition, [new RowChange.Delete(claimed.Key, claimed.ETag)], cancellation);
}

/// <summary>An outbox row as read or as held.</summary>
public sealed record Claimed(string Key, OutboxItem Item, string ETag);
