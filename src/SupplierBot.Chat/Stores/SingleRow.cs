using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Writes of one row that has no operation marker beside it. The reply can be lost after the row was written, and the client's own repeat
/// then reports a conflict (src/SupplierBot.Storage/TABLES.md "Lost replies"): what stands there counts, so the row must say something
/// nobody else would write.
/// </summary>
internal static class SingleRow
{
    /// <returns>The row's ETag; null where another was faster.</returns>
    /// <param name="etag">The version that was read; null for a new row.</param>
    /// <param name="beside">A new row that is written with it or not at all.</param>
    public static async Task<string?> WriteAsync(
        this ITable table,
        string partition,
        Row row,
        string? etag,
        TurnMetrics instruments,
        CancellationToken cancellation,
        Row? beside = null
    )
    {
        RowChange change = etag is null ? new RowChange.Add(row) : new RowChange.Replace(row, etag);
        try
        {
            return
                await table.CommitAsync(partition, With(beside, change), cancellation)
                    is CommitResult.Committed { ETags: [.., { } written] }
                ? written
                : await WrittenAsync(table, partition, row, instruments, cancellation);
        }
        catch (OutcomeUnknownException)
        {
            if (await WrittenAsync(table, partition, row, instruments, cancellation) is { } written)
                return written;
            throw;
        }
    }

    /// <summary>A row that says the same no matter who writes it: a conflict says that it is there.</summary>
    public static async Task PlaceAsync(this ITable table, string partition, Row row, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(partition, [new RowChange.Add(row)], cancellation);
        }
        catch (OutcomeUnknownException)
        {
            if (await LookAsync(table, partition, row.Key, cancellation) is null)
                throw;
        }
    }

    /// <summary>Rows that say the same no matter who writes them, in one transaction; the last one is written by nothing else.</summary>
    public static async Task PlaceAsync(this ITable table, string partition, IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        try
        {
            await table.CommitAsync(partition, [.. rows.Select(row => new RowChange.Put(row))], cancellation);
        }
        catch (OutcomeUnknownException)
        {
            if (await LookAsync(table, partition, rows[^1].Key, cancellation) is null)
                throw;
        }
    }

    /// <returns>False where the row is there in another version. One that is gone is deleted, no matter who did it.</returns>
    /// <inheritdoc cref="WriteAsync"/>
    public static async Task<bool> DeleteAsync(
        this ITable table,
        string partition,
        string key,
        string etag,
        TurnMetrics instruments,
        CancellationToken cancellation,
        Row? beside = null
    )
    {
        try
        {
            return await table.CommitAsync(partition, With(beside, new RowChange.Delete(key, etag)), cancellation) switch
            {
                CommitResult.Committed or CommitResult.Conflict { Kind: ConflictKind.Missing } => true,
                CommitResult.Conflict { Kind: ConflictKind.Exists } => await LookAsync(table, partition, key, cancellation) is null,
                _ => false,
            };
        }
        catch (OutcomeUnknownException)
        {
            if (await LookAsync(table, partition, key, cancellation) is not null)
                throw;
            instruments.ReplyLost();
            return true;
        }
    }

    private static IReadOnlyList<RowChange> With(Row? beside, RowChange change) =>
        beside is null ? [change] : [new RowChange.Add(beside), change];

    private static async Task<string?> WrittenAsync(
        ITable table,
        string partition,
        Row row,
        TurnMetrics instruments,
        CancellationToken cancellation
    )
    {
        if (await LookAsync(table, partition, row.Key, cancellation) is not { } there || !IsSame(there, row))
            return null;
        instruments.ReplyLost();
        return there.ETag;
    }

    /// <summary>A row that cannot be read afterwards leaves the outcome of its write unknown.</summary>
    private static async Task<Row?> LookAsync(ITable table, string partition, string key, CancellationToken cancellation)
    {
        try
        {
            return await table.GetAsync(partition, key, cancellation);
        }
        catch (IOException unreadable)
        {
            throw new OutcomeUnknownException(
                $"Whether a row was saved is not known: it could not be read afterwards. {unreadable.Message}",
                unreadable
            );
        }
    }

    private static bool IsSame(Row there, Row written) =>
        there.Values.Count == written.Values.Count
        && written.Values.All(value => there.Values.TryGetValue(value.Key, out var other) && other.Equals(value.Value));
}
