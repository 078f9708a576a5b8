using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>As many readers as read at once; at most <see cref="MostIdle"/> stay open.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private const int MostIdle = 16;
    private readonly ConcurrentBag<TableReader> idle = [];
    private int idleCount; // Beside the bag, whose own count locks every thread's part of it.
    private volatile bool closed;

    internal T Use<T>(Func<TableReader, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteTable));
        TableReader? reader = null;
        try
        {
            if (idle.TryTake(out reader))
                Interlocked.Decrement(ref idleCount);
            else
                reader = new TableReader(path);
            return read(reader);
        }
        catch (SqliteException e)
        {
            throw TableFileException.From(path, e);
        }
        catch (InvalidDataException e)
        {
            throw new TableFileException(
                TableFileFault.Damaged,
                path,
                $"a row cannot be read ({e.Message}). It is damaged or written by a newer release: start that release, or restore the last backup.",
                e
            );
        }
        finally
        {
            if (reader is not null)
                Return(reader);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    private void Return(TableReader reader)
    {
        if (Interlocked.Increment(ref idleCount) <= MostIdle)
            idle.Add(reader);
        else
        {
            Interlocked.Decrement(ref idleCount);
            reader.Dispose();
        }
        if (closed)
            Dispose();
    }
}
