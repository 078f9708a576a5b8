using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// What was written while a clock was ahead, put right: messages that wait for a day to come, and what became due before its time.
/// </summary>
public sealed class ClockRepair(
    ITable table,
    CaseTimerService cases,
    WakeSignal outbox,
    ChatSettings settings,
    TimeProvider time,
    ILogger<ClockRepair> log
)
{
    /// <summary>Two changes a row, and a transaction has 100.</summary>
    private const int PageSize = 50;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="wasAhead">The storage knows a later time than it is: what became due by it is looked for, in every case.</param>
    public async Task RunAsync(bool wasAhead, CancellationToken cancellation)
    {
        var (messages, found) = (await MessagesAsync(cancellation), wasAhead ? await cases.PutRightAsync(cancellation) : 0);
        if (messages + found > 0)
            Log.PutRight(log, messages, found);
    }

    /// <summary>No message waits that long for anything but a clock.</summary>
    private async Task<int> MessagesAsync(CancellationToken cancellation)
    {
        var (now, moved) = (time.GetUtcNow(), 0);
        await foreach (
            var page in table.PagesAsync(partition, Keys.OutboxAfter(now + OutboxStore.LongestWait), Keys.OutboxEnd, PageSize, cancellation)
        )
        {
            RowChange[] batch =
            [
                .. page.SelectMany(row => new RowChange[] { new RowChange.Delete(row.Key, row.ETag), new RowChange.Put(Due(row, now)) }),
            ];
            if (await table.CommitAsync(partition, batch, cancellation) is CommitResult.Committed)
                moved += page.Count;
        }
        if (moved > 0)
            outbox.Wake();
        return moved;
    }

    private static Row Due(Row row, DateTimeOffset now)
    {
        var key = Keys.OutboxAt(now, row.Key);
        try
        {
            return Rows.Of(
                key,
                Rows.Read(row, StoredJson.Default.OutboxItem) with
                {
                    Next = now,
                    LeaseOwner = "",
                    LeaseUntil = DateTimeOffset.UnixEpoch,
                },
                StoredJson.Default.OutboxItem
            );
        }
        catch (UnreadableRowException)
        {
            return row with { Key = key, ETag = null }; // The sweep puts it aside.
        }
    }
}
