using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Storage.Tests.Tables.Sqlite;

/// <summary>The queue before the writer: cancellation, overload and closing.</summary>
public sealed class WriteQueueTests : IDisposable
{
    private readonly WriteQueue queue = new();

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task A_batch_cancelled_while_it_waits_is_never_written()
    {
        using var cancellation = new CancellationTokenSource();
        var (stays, leaves) = (Batch(), Batch());
        await queue.AddAsync(stays, default);
        await queue.AddAsync(leaves, default);

        leaves.Cancel(cancellation.Token);

        Assert.Equal([stays], Taken());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves.Done);
    }

    [Fact]
    public async Task A_batch_the_writer_has_taken_is_no_longer_cancelled()
    {
        var batch = Batch();
        await queue.AddAsync(batch, default);
        Assert.Equal([batch], Taken());

        batch.Cancel(new CancellationToken(canceled: true));
        batch.Result = new CommitResult.Committed(["1"]);
        batch.Finish();

        Assert.Same(batch.Result, await batch.Done);
    }

    [Fact]
    public async Task All_that_waits_is_taken_together_in_order_up_to_the_size_of_a_group()
    {
        var batches = Enumerable.Range(0, WriteQueue.MostInGroup + 3).Select(_ => Batch()).ToArray();
        foreach (var batch in batches)
            await queue.AddAsync(batch, default);

        Assert.Equal(batches[..WriteQueue.MostInGroup], Taken());
        Assert.Equal(batches[WriteQueue.MostInGroup..], Taken());
    }

    [Fact]
    public async Task When_every_place_is_taken_callers_wait_for_one_or_for_their_own_deadline()
    {
        for (var i = 0; i < WriteQueue.Places; i++)
            await queue.AddAsync(Batch(), default);
        using var deadline = new CancellationTokenSource();
        var (patient, hasty) = (queue.AddAsync(Batch(), default), queue.AddAsync(Batch(), deadline.Token));
        Assert.False(patient.IsCompleted);

        await deadline.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hasty);
        Assert.False(patient.IsCompleted);

        Taken();
        await patient;
    }

    [Fact]
    public async Task Closing_lets_what_waits_be_written_and_tells_everybody_else()
    {
        for (var i = 0; i < WriteQueue.Places; i++)
            await queue.AddAsync(Batch(), default);
        var outside = Enumerable.Range(0, 5).Select(_ => queue.AddAsync(Batch(), default)).ToArray();

        queue.Dispose();

        var written = 0;
        while (Taken() is { Count: > 0 } group)
            written += group.Count;
        Assert.Equal(WriteQueue.Places, written);
        foreach (var caller in outside)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => caller);
    }

    private List<PendingBatch> Taken()
    {
        var group = new List<PendingBatch>();
        queue.Take(group);
        return group;
    }

    private static PendingBatch Batch() => new("org", [new RowChange.Delete("r-1")]);
}
