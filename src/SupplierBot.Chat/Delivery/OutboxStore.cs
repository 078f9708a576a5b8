using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// The outbox: which rows are due, and what becomes of those that no slot was claimed for (DELIVERY.md "Steps"). What is delivered is in
/// the hands of <see cref="SlotStore"/>.
/// </summary>
public sealed class OutboxStore(
    ITable table,
    ChatSettings settings,
    Leases leases,
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

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

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
            if (await ReadOrDeadLetterAsync(row, cancellation) is { } claimed && claimed.Item.Next <= now && leases.IsFree(claimed.Item))
                due.Add(claimed);
        }
        return due;
    }

    /// <summary>One row that nobody can read must not stop all others. What a later release wrote stays for its replicas.</summary>
    private async Task<Claimed?> ReadOrDeadLetterAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            return OutboxRows.Read(row);
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

    /// <summary>It could not even be tried: one attempt more, unless it was claimed, which counted already.</summary>
    public Task FaultedAsync(Claimed due, TimeSpan wait, string reason, bool last, CancellationToken cancellation) =>
        last
            ? table.CommitAsync(
                partition,
                [
                    new RowChange.Delete(due.Key, due.ETag),
                    new RowChange.Put(OutboxRows.DeadLettered(due.Item, reason, time.GetUtcNow(), unreachable: false)),
                ],
                cancellation
            )
            : PostponeAsync(due with { Item = due.Item with { Attempts = due.Item.Attempts + 1 } }, wait, reason, cancellation);

    /// <summary>A row nobody holds is due again after <paramref name="wait"/>; lost to another replica means that theirs counts.</summary>
    public async Task PostponeAsync(Claimed due, TimeSpan wait, string reason, CancellationToken cancellation)
    {
        await table.CommitAsync(
            partition,
            [
                new RowChange.Delete(due.Key, due.ETag),
                new RowChange.Add(OutboxRows.Later(due.Key, due.Item, time.GetUtcNow(), wait, reason)),
            ],
            cancellation
        );
        signal.WakeAfter(wait, settings.Sweep, time);
    }

    /// <inheritdoc cref="PostponeAsync(Claimed, TimeSpan, string, CancellationToken)"/>
    public Task PostponeAsync(Claimed due, DateTimeOffset until, string reason, CancellationToken cancellation) =>
        PostponeAsync(due, until - time.GetUtcNow(), reason, cancellation);

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
                            new RowChange.Add(OutboxRows.Later(row.Key, row.Item, time.GetUtcNow(), first + place++ * each, "paced")),
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
            [
                new RowChange.Delete(due.Key, due.ETag),
                new RowChange.Put(OutboxRows.DeadLettered(due.Item, reason, time.GetUtcNow(), unreachable: true)),
            ],
            cancellation
        );
}
