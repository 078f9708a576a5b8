using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>The table under it, and how many rows were read from it: what a query costs, on any storage.</summary>
internal sealed class RowCountingTable(ITable table, RowCount count) : ITable
{
    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        var row = await table.GetAsync(partition, key, cancellation);
        count.Asked(row is null ? 0 : 1);
        return row;
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        var rows = await table.ReadAsync(partition, from, before, take, cancellation);
        count.Asked(rows.Count);
        return rows;
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        count.Wrote(batch.Count);
        return table.CommitAsync(partition, batch, cancellation);
    }
}

internal sealed class RowCount
{
    private int rows;
    private int requests;
    private int commits;
    private int written;
    private int largest;

    /// <summary>Changes of the largest transaction so far.</summary>
    public int Largest => largest;

    public void Asked(int read)
    {
        Interlocked.Add(ref rows, read);
        Interlocked.Increment(ref requests);
    }

    public void Wrote(int changes)
    {
        Interlocked.Add(ref written, changes);
        Interlocked.Increment(ref commits);
        for (var before = largest; changes > before && Interlocked.CompareExchange(ref largest, changes, before) != before; before = largest) ;
    }

    /// <summary>Since it was asked last: transactions, and the changes in them.</summary>
    public (int Commits, int Changes) TakeWritten() => (Interlocked.Exchange(ref commits, 0), Interlocked.Exchange(ref written, 0));

    /// <summary>Since it was asked last.</summary>
    public (int Rows, int Requests) Take() => (Interlocked.Exchange(ref rows, 0), Interlocked.Exchange(ref requests, 0));
}
