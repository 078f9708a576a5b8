using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Delivery;

/// <summary>What was set aside: nothing is lost, and nothing is tried again before somebody acts.</summary>
public sealed class DeadLetterStore(ITable table, ChatSettings settings, WakeSignal signal, TimeProvider time)
{
    private const int PageSize = 200;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="take">1–1000.</param>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(int take, CancellationToken cancellation) =>
        ReadAsync(Keys.DeadLetterPrefix, Keys.After(Keys.DeadLetterPrefix), take, cancellation);

    /// <summary>A conversation can be reached (again): what waited for it is due now.</summary>
    /// <param name="target">Row key of the conversation.</param>
    public async Task ReachableAsync(string target, CancellationToken cancellation)
    {
        var prefix = Keys.UndeliveredPrefix(target);
        for (
            var from = prefix;
            await ReadAsync(from, Keys.After(prefix), PageSize, cancellation) is { Count: > 0 } waiting;
            from = Keys.Following(waiting[^1].Key)
        )
        {
            foreach (var one in waiting)
                await RetryAsync(one, cancellation);
        }
    }

    /// <summary>For what a crash left between the first word of somebody and <see cref="ReachableAsync"/>.</summary>
    public async Task LookAgainAsync(ConversationStore conversations, CancellationToken cancellation)
    {
        for (
            var from = Keys.DeadLetterPrefix;
            await ReadAsync(from, Keys.After(Keys.DeadLetterPrefix), PageSize, cancellation) is { Count: > 0 } aside;
            from = Keys.Following(aside[^1].Key)
        )
        {
            foreach (var one in aside.Where(one => one.Undelivered.Unreachable))
            {
                if (
                    one.Undelivered.Item.After is not null
                    || await conversations.FindAsync(one.Undelivered.Item.Target, cancellation) is { Removed: false }
                )
                    await RetryAsync(one, cancellation);
            }
        }
    }

    /// <summary>Due now, with all its attempts before it; false where somebody else asked for the same meanwhile.</summary>
    /// <param name="delivery">Of the turn that asks for it: it does so once for each message, also where that was set aside again
    /// since.</param>
    public async Task<bool> RetryAsync(DeadLetter one, CancellationToken cancellation, string? delivery = null)
    {
        IEnumerable<RowChange> marker = delivery is null
            ? []
            : [new RowChange.Add(DeliveryMarkers.Of($"{delivery}-{Keys.Part(one.Key)}", time.GetUtcNow()))];
        if (
            await table.CommitAsync(
                partition,
                [.. marker, new RowChange.Delete(one.Key, one.Row.ETag), new RowChange.Put(Due(one))],
                cancellation
            )
            is not CommitResult.Committed
        )
            return false;
        signal.Wake();
        return true;
    }

    private async Task<IReadOnlyList<DeadLetter>> ReadAsync(string from, string before, int take, CancellationToken cancellation) =>
        [.. (await table.ReadAsync(partition, from, before, take, cancellation)).Select(Read)];

    private Row Due(DeadLetter one)
    {
        if (one.Key.StartsWith(Keys.UnreadablePrefix, StringComparison.Ordinal))
            return one.Row with { Key = one.Key[Keys.UnreadablePrefix.Length..], ETag = null };
        var now = time.GetUtcNow();
        var item = one.Undelivered.Item with { Next = now, LeaseOwner = "", LeaseUntil = DateTimeOffset.UnixEpoch, Attempts = 0 };
        return Rows.Of(Keys.OutboxAgain(now, item), item, StoredJson.Default.OutboxItem);
    }

    /// <summary>A row that could not be read says at least which it was.</summary>
    private static DeadLetter Read(Row row) =>
        new(
            row.Key,
            row.Key.StartsWith(Keys.UnreadablePrefix, StringComparison.Ordinal)
                ? Unreadable(row.Key[Keys.UnreadablePrefix.Length..], row.Key)
                : Known(row),
            row
        );

    private static StoredDeadLetter Known(Row row)
    {
        try
        {
            return Rows.Read(row, StoredJson.Default.StoredDeadLetter);
        }
        catch (UnreadableRowException)
        {
            return Unreadable(row.Key, row.Key);
        }
    }

    private static StoredDeadLetter Unreadable(string name, string key) =>
        new(new(name, "", "", 1, default, "", default, 0, ""), "unreadable", Keys.OutboxCreated(key) ?? DateTimeOffset.UnixEpoch, false);
}

public sealed record DeadLetter(string Key, StoredDeadLetter Undelivered, Row Row);
