using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// Messages as rows of the transaction that makes them due, and what becomes of such a row. However many people and places there are, a transaction gets a fixed number of
/// them: one more row stands for the rest, which <see cref="RemainingMessages"/> writes.
/// </summary>
internal static class OutboxRows
{
    /// <summary>Beside some forty rows of a change of a case, well below the hundred rows of a transaction.</summary>
    public const int MostAtOnce = 40;

    /// <param name="first">Of the numbers of their keys: what keeps them apart from those of another commit of the same version.</param>
    /// <param name="more">There are others, which were not read: the rest begins at the beginning, because they may come before
    /// these.</param>
    public static IReadOnlyList<Row> Of(
        MessageSubject subject,
        int version,
        IEnumerable<(string SlotId, string Target)> messages,
        DateTimeOffset now,
        int first = 0,
        int most = MostAtOnce,
        bool more = false
    )
    {
        var all = messages.ToList();
        if (all.Count <= most && !more)
            return
            [
                .. all.Select(
                    (message, number) => One(Keys.Outbox(now, subject.Id, version, first + number), subject, version, message, now)
                ),
            ];
        var begun = all.OrderBy(MessageOrder.KeyOf, StringComparer.Ordinal).Take(most).ToList();
        return
        [
            .. begun.Select(
                (message, number) => One(Keys.Outbox(now, subject.Id, version, first + number), subject, version, message, now)
            ),
            Of(
                Keys.Outbox(now, subject.Id, version, first + begun.Count),
                OutboxItem.RestOf(subject, version, more || begun.Count == 0 ? "" : MessageOrder.KeyOf(begun[^1]), now)
            ),
        ];
    }

    public static Row One(string key, MessageSubject subject, int version, (string SlotId, string Target) message, DateTimeOffset now) =>
        Rows.Of(
            key,
            new OutboxItem(subject.Id, message.SlotId, message.Target, version, now, "", DateTimeOffset.UnixEpoch, 0, "")
            {
                Requester = subject.Requester,
                Tier = subject.Tier,
            },
            StoredJson.Default.OutboxItem
        );

    public static Row Of(string key, OutboxItem item) => Rows.Of(key, item, StoredJson.Default.OutboxItem);

    public static Claimed Read(Row row) => new(row.Key, Rows.Read(row, StoredJson.Default.OutboxItem), row.ETag!);

    /// <summary>What is wanted once more, with all its attempts before it.</summary>
    public static Row Again(OutboxItem item, DateTimeOffset due) =>
        Of(Keys.OutboxAgain(due, item), item with { Next = due, LeaseUntil = DateTimeOffset.UnixEpoch, Attempts = 0, LastError = "" });

    /// <summary>The same row, due after a wait.</summary>
    public static Row Later(string key, OutboxItem item, DateTimeOffset now, TimeSpan wait, string reason)
    {
        var next = now + (wait < OutboxStore.LongestWait ? wait : OutboxStore.LongestWait);
        return Of(Keys.OutboxAt(next, key), item with { LeaseUntil = DateTimeOffset.UnixEpoch, Next = next, LastError = reason });
    }

    public static Row DeadLettered(OutboxItem item, string reason, DateTimeOffset now, bool unreachable) =>
        Rows.Of(
            Keys.Undelivered(item),
            new StoredDeadLetter(item with { LeaseUntil = DateTimeOffset.UnixEpoch, LastError = reason }, reason, now, unreachable),
            StoredJson.Default.StoredDeadLetter
        );
}

/// <summary>An outbox row as read or as held.</summary>
public sealed record Claimed(string Key, OutboxItem Item, string ETag);
