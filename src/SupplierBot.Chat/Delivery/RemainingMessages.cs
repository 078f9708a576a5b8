using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Writes the messages that did not fit into the transaction that made them due, some at a time: each time the row that stands for the rest
/// is replaced by one that begins further on, so that a crash loses nothing and of several replicas one writes. What is wanted is asked for
/// now: where a case moved on since, its newer change has a rest of its own.
/// </summary>
public sealed class RemainingMessages(
    ITable table,
    CaseStore cases,
    CaseMessages messages,
    DigestMessages digests,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings,
    WakeSignal outbox,
    TimeProvider time
)
{
    /// <summary>With the row that goes and the one that comes within the hundred of a transaction.</summary>
    private const int MostAtOnce = 90;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public async Task WriteAsync(Claimed rest, CancellationToken cancellation)
    {
        var (item, now) = (rest.Item, time.GetUtcNow());
        if (await cases.FindAsync(item.CaseId, cancellation) is { Value.Undoable: { } press } && press.IsHeld(now))
        {
            await WriteAsync(rest, [OutboxRows.Later(rest.Key, item, now, press.HeldUntil - now, "can be undone")], cancellation);
            return;
        }
        var left = (await WantedAsync(item, cancellation))
            .Where(message => string.CompareOrdinal(MessageOrder.KeyOf(message), item.After) > 0)
            .OrderBy(MessageOrder.KeyOf, StringComparer.Ordinal)
            .Take(MostAtOnce + 1)
            .ToList();
        var next = left.Take(MostAtOnce).ToList();
        var subject = new MessageSubject(item.CaseId, item.Requester, item.Tier);
        var rows = next.Select(message =>
                OutboxRows.One(
                    Keys.OutboxOf(now, item.CaseId, item.WantVersion, message.SlotId, message.Target),
                    subject,
                    item.WantVersion,
                    message,
                    now
                )
            )
            .ToList();
        if (left.Count > next.Count)
            rows.Add(
                OutboxRows.Of(Keys.OutboxAt(now, rest.Key), OutboxItem.RestOf(subject, item.WantVersion, MessageOrder.KeyOf(next[^1]), now))
            );
        await WriteAsync(rest, rows, cancellation);
        outbox.Wake();
    }

    /// <summary>A conflict says that another replica was faster.</summary>
    private async Task WriteAsync(Claimed rest, IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        // The row may get the key it has: one change a row.
        RowChange[] batch = rows.FirstOrDefault(row => row.Key == rest.Key) is { } same
            ? [new RowChange.Replace(same, rest.ETag), .. rows.Where(row => row != same).Select(row => new RowChange.Put(row))]
            : [new RowChange.Delete(rest.Key, rest.ETag), .. rows.Select(row => new RowChange.Put(row))];
        await table.CommitAsync(partition, batch, cancellation);
    }

    private async Task<IReadOnlyList<(string SlotId, string Target)>> WantedAsync(OutboxItem item, CancellationToken cancellation) =>
        item.CaseId.StartsWith(Announcement.Prefix, StringComparison.Ordinal) ? await OfAnnouncementAsync(item.CaseId, cancellation)
        : item.CaseId.StartsWith(DigestIssue.Prefix, StringComparison.Ordinal) ? await digests.AllAsync(item.CaseId, cancellation)
        : await cases.FindAsync(item.CaseId, cancellation) is { Value: var current } && IsNewest(item, current)
            ? await messages.AllAsync(current, await assignmentStore.RecentAsync(cancellation), cancellation)
        : [];

    /// <summary>Whatever comes later wants everything itself, except for an undo.</summary>
    private static bool IsNewest(OutboxItem item, Case current) =>
        item.WantVersion >= OutboxItem.Look ? current.IsOpen : current.Version <= item.WantVersion || current.Undone > 0;

    private async Task<IReadOnlyList<(string SlotId, string Target)>> OfAnnouncementAsync(string id, CancellationToken cancellation) =>
        await table.GetAsync(partition, Keys.Announcement(id), cancellation) is { } row
            ? [.. AnnouncementRows.Wanted(Rows.Read(row, StoredJson.Default.Announcement))]
            : [];
}
