using Microsoft.Data.Sqlite;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// The file of an embedded table as it was in one moment, for reading, also while the bot has it open: one read transaction of SQLite's
/// log. Nothing is locked and nothing written; what the bot commits meanwhile is not seen.
/// </summary>
public sealed class SqliteSnapshot : ITable, IDisposable
{
    private readonly string path;
    private readonly TableReader reader;
    private readonly Lock one = new();

    private SqliteSnapshot(string path, TableReader reader) => (this.path, this.reader) = (path, reader);

    /// <exception cref="TableFileException">Foreign, newer, damaged, unreachable.</exception>
    public static SqliteSnapshot Open(string path)
    {
        path = Path.GetFullPath(path);
        TableReader? reader = null;
        try
        {
            reader = new TableReader(path);
            reader.Begin(path);
            return new(path, reader);
        }
        catch (Exception fault)
        {
            reader?.Dispose();
            if (fault is SqliteException e)
                throw TableFileException.From(path, e);
            throw;
        }
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Use(() => reader.Get(partition, key)));
    }

    public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Row>>(Use(() => reader.Read(partition, from, before, take)));
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation) =>
        throw new NotSupportedException("A snapshot is only read.");

    public void Dispose() => reader.Dispose();

    private T Use<T>(Func<T> read)
    {
        lock (one)
        {
            try
            {
                return read();
            }
            catch (SqliteException e)
            {
                throw TableFileException.From(path, e);
            }
        }
    }
}
