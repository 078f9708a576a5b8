using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Counts what is asked of a table.</summary>
internal sealed class CountingTable(ITable table) : ITable
{
    public long Rows { get; private set; }
    public int LargestPage { get; private set; }
    public int Gets { get; private set; }

    /// <summary>What happens between one read and the next; given the beginning of the range.</summary>
    public Func<string, Task> BeforeReading { get; init; } = _ => Task.CompletedTask;

    /// <summary>What happens just before a commit reaches the table; a fault here is one that wrote nothing.</summary>
    public Func<IReadOnlyList<RowChange>, Task> BeforeCommitting { get; init; } = _ => Task.CompletedTask;

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        Gets++;
        return table.GetAsync(partition, key, cancellation);
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        await BeforeCommitting(batch);
        return await table.CommitAsync(partition, batch, cancellation);
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        await BeforeReading(from);
        var rows = await table.ReadAsync(partition, from, before, take, cancellation);
        Rows += rows.Count;
        LargestPage = Math.Max(LargestPage, take);
        return rows;
    }
}
