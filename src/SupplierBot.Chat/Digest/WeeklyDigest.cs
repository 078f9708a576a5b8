using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;

namespace SupplierBot.Chat.Digest;

/// <summary>
/// Sends the digest once a week and place, whatever the number of replicas and restarts: the row that says what was sent last, the marker
/// of the week and the messages are one transaction (DELIVERY.md "Weekly digest"). After an outage only the newest is sent; the missed ones
/// are noted.
/// </summary>
public sealed class WeeklyDigest(
    ITable table,
    DigestMessages digests,
    WakeSignal outbox,
    ChatSettings settings,
    TimeProvider time,
    ILogger<WeeklyDigest> log
)
{
    /// <summary>Missed weeks that are kept by name.</summary>
    private const int MostMissed = 20;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task<int> TickAsync(CancellationToken cancellation)
    {
        if (settings.Digest is not { Schedule: var schedule })
            return 0;
        var now = time.GetUtcNow();
        var before = await FindAsync(cancellation);
        if (before is not { Value: var assignments })
        {
            // The first start: what was due before it is nobody's digest.
            await table.PlaceAsync(partition, Row(new(now, "", [])), cancellation);
            return 0;
        }
        if (assignments.Last > now + ClockCheck.Tolerance)
            return await PutRightAsync(assignments, before.ETag, now, schedule.WeekOf(now), cancellation);
        var due = schedule.Between(assignments.Last, now).ToList();
        if (due.Count == 0)
            return 0;
        var week = schedule.WeekOf(due[^1]);
        var missed = due.SkipLast(1).Select(schedule.WeekOf).Where(other => other != week && other != assignments.Week).ToList();
        if (missed.Count > 0)
            Log.DigestsMissed(log, string.Join(' ', missed));
        var after = new DigestRecord(due[^1], week, [.. assignments.Missed.Concat(missed).TakeLast(MostMissed)]);
        // A schedule that was changed within a week does not make a second one of it.
        IReadOnlyList<RowChange> messages =
            week == assignments.Week || await table.GetAsync(partition, Keys.DigestOf(week), cancellation) is not null
                ? []
                : await MessagesAsync(week, assignments, now, cancellation);
        if (
            await table.CommitAsync(partition, [new RowChange.Replace(Row(after), before.ETag), .. messages], cancellation)
            is not CommitResult.Committed
        )
            return 0;
        outbox.Wake();
        Log.DigestSent(log, week, messages.Count);
        return 1;
    }

    /// <summary>
    /// Written while a clock was ahead: it would keep everybody waiting until that day comes. The markers of the weeks know what was sent,
    /// and nobody missed a week that is still to come.
    /// </summary>
    private async Task<int> PutRightAsync(
        DigestRecord assignments,
        string etag,
        DateTimeOffset now,
        string week,
        CancellationToken cancellation
    )
    {
        var after = new DigestRecord(now, "", [.. assignments.Missed.Where(missed => string.CompareOrdinal(missed, week) <= 0)]);
        if (await table.CommitAsync(partition, [new RowChange.Replace(Row(after), etag)], cancellation) is CommitResult.Committed)
            Log.DigestPutRight(log, assignments.Last);
        return 0;
    }

    private async Task<Versioned<DigestRecord>?> FindAsync(CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Digests, cancellation) is { } row ? new(Known(row), row.ETag!) : null;

    /// <summary>A damaged one starts again with what is due from now on: a digest is missed rather than all that follow.</summary>
    private DigestRecord Known(Row row)
    {
        try
        {
            return Rows.Read(row, StoredJson.Default.DigestRecord);
        }
        catch (UnreadableRowException fault) when (!fault.Later)
        {
            Log.RowLeftOut(log, fault.Key, fault.Message);
            return new(time.GetUtcNow() - TimeSpan.FromDays(6), "", []);
        }
    }

    private async Task<IReadOnlyList<RowChange>> MessagesAsync(
        string week,
        DigestRecord assignments,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var issue = new DigestIssue(DigestIssue.Prefix + week, now, assignments.Last);
        var first = await digests.FirstAsync(issue, cancellation);
        var messages = OutboxRows.Of(new(issue.Id), 1, first.First, now, more: first.More);
        RowChange marker = new RowChange.Add(new(Keys.DigestOf(week), new Dictionary<string, object> { ["At"] = now }));
        return
        [
            marker,
            new RowChange.Put(Rows.Of(Keys.Announcement(issue.Id), issue, StoredJson.Default.DigestIssue)),
            .. messages.Select(row => new RowChange.Add(row)),
        ];
    }

    private static Row Row(DigestRecord assignments) => Rows.Of(Keys.Digests, assignments, StoredJson.Default.DigestRecord);
}

/// <param name="OneLineWhenEmpty">Places hear it also when nothing waits.</param>
public sealed record DigestSettings(Schedule Schedule, bool OneLineWhenEmpty);

/// <summary>Which occurrence was the last, and the weeks that were missed.</summary>
public sealed record DigestRecord(DateTimeOffset Last, string Week, IReadOnlyList<string> Missed);

/// <summary>One digest that was sent; what it says is read when it is shown.</summary>
/// <param name="Since">The digest before.</param>
public sealed record DigestIssue(string Id, DateTimeOffset At, DateTimeOffset Since)
{
    public const string Prefix = "DIGEST-";
    public const string Slot = "digest";
    public const string PersonalSlot = "digest-mine";
}
