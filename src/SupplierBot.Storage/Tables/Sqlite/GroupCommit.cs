using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// Writes a group of batches in one transaction: each under a savepoint, so that a refused one rolls back alone; the group is made durable
/// with one fsync, and only then are the callers told. For one thread.
/// </summary>
internal sealed class GroupCommit(TableFile file) : IDisposable
{
    private readonly WriterStatements sql = new(file.Connection);
    private long version = file.FirstVersion;

    internal void Write(List<PendingBatch> group)
    {
        try
        {
            sql.Begin.Run();
            foreach (var batch in group)
                batch.Result = Apply(batch);
            file.RequireInPlace();
            sql.Commit.Run();
        }
        catch (Exception e)
        {
            // Whatever it was, every caller of the group hears it; the thread must live on for the next group.
            Abandon(group, e is SqliteException fault ? TableFileException.From(file.Path, fault) : e);
            return;
        }
        foreach (var batch in group)
            batch.Finish();
    }

    private void Abandon(List<PendingBatch> group, Exception fault)
    {
        // SQLite has already rolled back after some faults (disk full, I/O), and not after others.
        if (raw.sqlite3_get_autocommit(file.Connection.Handle) == 0)
            _ = raw.sqlite3_exec(file.Connection.Handle, "ROLLBACK");
        foreach (var batch in group)
            batch.Fail(fault);
    }

    private CommitResult Apply(PendingBatch batch)
    {
        version++;
        var alone = batch.Changes.Length == 1;
        if (!alone)
            sql.Savepoint.Run();
        for (var i = 0; i < batch.Changes.Length; i++)
        {
            if (Apply(batch.Partition, batch.Changes[i]) is not { } conflict)
                continue;
            if (!alone)
                sql.RollBackToSavepoint.Run();
            if (!alone)
                sql.Release.Run();
            return new CommitResult.Conflict(i, conflict);
        }
        if (!alone)
            sql.Release.Run();
        return new CommitResult.Committed(ETags(batch.Changes));
    }

    private ConflictKind? Apply(byte[] partition, in PendingChange change) =>
        change.Kind switch
        {
            ChangeKind.Add => sql.Add(partition, change, version) ? null : ConflictKind.Exists,
            ChangeKind.Replace => sql.Replace(partition, change, version) ? null : WhyNot(partition, change.Key),
            ChangeKind.Put => sql.Put(partition, change, version) ? null : ConflictKind.Stale,
            ChangeKind.Delete => sql.Delete(partition, change) ? null : WhyNot(partition, change.Key),
            ChangeKind.DeleteAny => sql.DeleteAny(partition, change) ? null : ConflictKind.Missing,
            _ => throw new InvalidOperationException($"{change.Kind} is no change."),
        };

    private ConflictKind WhyNot(byte[] partition, byte[] key) => sql.Exists(partition, key) ? ConflictKind.Stale : ConflictKind.Missing;

    /// <summary>All rows of a batch have its version.</summary>
    private string?[] ETags(PendingChange[] changes)
    {
        var etag = version.ToString(CultureInfo.InvariantCulture);
        return Array.ConvertAll(changes, change => change.Kind is ChangeKind.Delete or ChangeKind.DeleteAny ? null : etag);
    }

    public void Dispose() => sql.Dispose();
}
