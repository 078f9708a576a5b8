using Microsoft.Data.Sqlite;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// The embedded table: one SQLite file, for one process. <see cref="CommitAsync"/> returns when the changes are on the disk; a read that
/// begins after that sees them. Keys are ordered as UTF-8 bytes, which for the ASCII keys we use is ordinal order.
/// </summary>
/// <remarks>
/// Cancellation counts while a batch waits; one the writer has taken is carried through and its result returned. When more batches wait
/// than the queue holds (1,024), callers wait for a place until their own cancellation. The file must lie on a local disk: locks and the
/// shared memory of the log do not work over a network.
/// </remarks>
public sealed class SqliteTable : ITable, IAsyncDisposable, IDisposable
{
    private const int MostRows = 1000;
    private const long BetweenLooks = 1_000; // ms

    private readonly TableFile file;
    private readonly WriteQueue queue = new();
    private readonly GroupCommit commits;
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private int disposed;
    private long nextLook;

    private SqliteTable(TableFile file, GroupCommit commits)
    {
        (this.file, this.commits) = (file, commits);
        readers = new ReaderPool(file.Path);
        writer = new Writer(commits, queue);
    }

    /// <summary>Opens the table, or makes it with its folder.</summary>
    /// <exception cref="TableFileException">Used by another process, foreign, newer, damaged, read-only, unreachable.</exception>
    public static SqliteTable Open(string path) => Open(path, alone: true);

    /// <summary>
    /// Opens a table that the bot may have open, for short transactions of a command: SQLite lets both write in turn, and each opening has
    /// versions of its own. Nothing here delivers messages.
    /// </summary>
    /// <inheritdoc cref="Open(string)"/>
    public static SqliteTable OpenBeside(string path) => Open(path, alone: false);

    private static SqliteTable Open(string path, bool alone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = TableFile.Open(path, alone);
        try
        {
            return new(file, new GroupCommit(file));
        }
        catch (SqliteException e)
        {
            file.Dispose();
            throw TableFileException.From(file.Path, e);
        }
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        KeyGuard.Check(partition, nameof(partition));
        KeyGuard.Check(key, nameof(key));
        cancellation.ThrowIfCancellationRequested();
        RequireInPlaceNowAndThen();
        return Task.FromResult(readers.Use(reader => reader.Get(partition, key)));
    }

    public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        KeyGuard.Check(partition, nameof(partition));
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostRows);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Row>>(readers.Use(reader => reader.Read(partition, from, before, take)));
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        BatchGuard.Check(partition, batch);
        cancellation.ThrowIfCancellationRequested();
        var pending = new PendingBatch(partition, batch);
        await queue.AddAsync(pending, cancellation);
        await using var _ = cancellation.UnsafeRegister(static (batch, reason) => ((PendingBatch)batch!).Cancel(reason), pending);
        return await pending.Done;
    }

    /// <summary>
    /// Readers hold the old file open, too, and would answer from it for ever; asked once a second, because every turn reads.
    /// </summary>
    private void RequireInPlaceNowAndThen()
    {
        var (now, due) = (Environment.TickCount64, Interlocked.Read(ref nextLook));
        if (now < due)
            return;
        ObjectDisposedException.ThrowIf(disposed == 1, typeof(SqliteTable));
        file.RequireInPlace();
        Interlocked.CompareExchange(ref nextLook, now + BetweenLooks, due);
    }

    /// <summary>Writes what waits, then closes the file. Later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
            return;
        queue.Dispose();
        await writer.Ended;
        commits.Dispose();
        readers.Dispose();
        file.Dispose();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
