using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>The table under it: counts what is asked of it, on any storage, and lets something else happen in between.</summary>
internal sealed class CountingTable(ITable table, RowCount? count = null) : ITable
{
    public RowCount Count { get; } = count ?? new();

    /// <summary>What happens between one read and the next; given the beginning of the range.</summary>
    public Func<string, Task> BeforeReading { get; init; } = _ => Task.CompletedTask;

    /// <summary>What happens just before a commit reaches the table; a fault here is one that wrote nothing.</summary>
    public Func<IReadOnlyList<RowChange>, Task> BeforeCommitting { get; init; } = _ => Task.CompletedTask;

    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        var row = await table.GetAsync(partition, key, cancellation);
        Count.Got(row);
        return row;
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        await BeforeReading(from);
        var rows = await table.ReadAsync(partition, from, before, take, cancellation);
        Count.Read(rows, take);
        return rows;
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        await BeforeCommitting(batch);
        Count.Wrote(batch.Count);
        return await table.CommitAsync(partition, batch, cancellation);
    }
}
