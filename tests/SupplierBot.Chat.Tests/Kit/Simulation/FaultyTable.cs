using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>The storage could not be reached: nothing was written.</summary>
internal sealed class TableUnreachableException() : IOException("The table could not be reached.");

/// <summary>What one delivery of a turn wrote.</summary>
internal sealed class TurnWrites
{
    public bool Case { get; private set; }

    public void Saw(IReadOnlyList<RowChange> batch) => Case |= batch[0].Key.StartsWith("k-", StringComparison.Ordinal);
}

/// <summary>
/// The way of one replica to the real table. A reply that is lost after the commit shows as a fault, or as what the client library makes of
/// it: it repeats the request by itself and hands on what the repeat was told (src/SupplierBot.Storage/TABLES.md "Lost replies").
/// </summary>
internal sealed class FaultyTable(ITable table, SimulatedReplica replica, SimulationRun simulation) : ITable
{
    private readonly SimulationFaults faults = simulation.Faults;

    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        await OnTheWayAsync($"get {SimulationTrace.Of(key)}");
        return Outside(() => table.GetAsync(partition, key, cancellation));
    }

    public async Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation)
    {
        await OnTheWayAsync($"read {from}");
        return Outside(() => table.ReadAsync(partition, from, before, take, cancellation));
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        await OnTheWayAsync($"commit {SimulationTrace.Of(batch)}");
        if (faults.Delays())
        {
            simulation.World.At(
                simulation.World.Now + simulation.World.Between(0, 8),
                () => Write(partition, batch, CancellationToken.None)
            );
            throw new OutcomeUnknownException("The request to the table is still on its way.");
        }
        var result = Write(partition, batch, cancellation);
        await replica.StepAsync();
        if (result is not CommitResult.Committed || !faults.LosesReply())
            return result;
        simulation.Trace.Add(replica.Name, "reply lost");
        return simulation.World.Happens(0.5)
            ? Write(partition, batch, cancellation)
            : throw new OutcomeUnknownException("The reply of the table was lost.");
    }

    private async Task OnTheWayAsync(string what)
    {
        simulation.Trace.Add(replica.Name, what);
        await replica.StepAsync();
        if (faults.LosesRequest())
            throw new TableUnreachableException();
    }

    private CommitResult Write(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        var result = Outside(() => table.CommitAsync(partition, batch, cancellation));
        simulation.Trace.Add(
            replica.Name,
            result is CommitResult.Conflict conflict ? $"conflict {conflict.Index} {conflict.Kind}" : "committed"
        );
        if (result is CommitResult.Committed)
        {
            simulation.Slots.Saw(batch);
            simulation.Turn.Value?.Saw(batch);
        }
        return result;
    }

    /// <summary>The table has threads of its own; the world stands still until it has answered.</summary>
    private static T Outside<T>(Func<Task<T>> call)
    {
        var inside = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return call().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(inside);
        }
    }
}
