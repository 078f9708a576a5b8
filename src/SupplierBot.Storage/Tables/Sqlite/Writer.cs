namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// The only one that writes, on a thread of its own because it waits for the disk: takes all batches that wait and commits them together.
/// While it waits for the disk the next group gathers.
/// </summary>
internal sealed class Writer
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Writer(GroupCommit commits, WriteQueue queue) =>
        new Thread(() => Run(commits, queue)) { IsBackground = true, Name = "Table writer" }.Start();

    /// <summary>Completes when the queue is closed and everything in it is written.</summary>
    internal Task Ended => ended.Task;

    private void Run(GroupCommit commits, WriteQueue queue)
    {
        var group = new List<PendingBatch>(WriteQueue.MostInGroup);
        while (queue.Take(group))
        {
            if (group.Count > 0)
                commits.Write(group);
            group.Clear();
        }
        ended.SetResult();
    }
}
