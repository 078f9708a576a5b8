namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// What waits for the writer. Bounded: where <see cref="Places"/> batches wait, the next caller waits for a place, as long as its own
/// cancellation allows, so overload shows as slowness and then as the caller's deadline, never as memory or lost changes.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    internal const int Places = 1024;

    /// <summary>One group holds up its first caller no longer than this many batches take.</summary>
    internal const int MostInGroup = 256;

    private readonly SemaphoreSlim places = new(Places);
    private readonly Queue<PendingBatch> waiting = new();
    private bool closed;

    /// <exception cref="ObjectDisposedException">The queue is closed; nothing will be written.</exception>
    internal async Task AddAsync(PendingBatch batch, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        if (TryEnqueue(batch))
            return;
        // Callers who wait for a place behind this one must hear of the closing too.
        places.Release();
        throw new ObjectDisposedException(nameof(SqliteTable));
    }

    /// <summary>Blocks until there is something, then takes all that waits. False when the queue is closed and empty.</summary>
    internal bool Take(List<PendingBatch> group)
    {
        int left;
        lock (waiting)
        {
            while (waiting.Count == 0 && !closed)
                Monitor.Wait(waiting);
            left = Math.Min(waiting.Count, MostInGroup);
            for (var i = 0; i < left; i++)
                if (waiting.Dequeue() is var batch && batch.TryTake())
                    group.Add(batch);
        }
        if (left > 0)
            places.Release(left);
        return left > 0;
    }

    /// <summary>
    /// What is in the queue is still written; nobody else gets in. The semaphore stays: callers may still wait at it, to be told.
    /// </summary>
    public void Dispose()
    {
        lock (waiting)
        {
            closed = true;
            Monitor.Pulse(waiting);
        }
    }

    private bool TryEnqueue(PendingBatch batch)
    {
        lock (waiting)
        {
            if (closed)
                return false;
            waiting.Enqueue(batch);
            if (waiting.Count == 1)
                Monitor.Pulse(waiting);
            return true;
        }
    }
}
