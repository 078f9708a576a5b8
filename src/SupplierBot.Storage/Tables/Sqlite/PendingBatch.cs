using System.Diagnostics;
using System.Globalization;
using System.Text;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.Sqlite;

internal enum ChangeKind
{
    Add,
    Replace,
    Put,
    Delete,
    DeleteAny,
}

/// <param name="Version">The version the row must have, for Replace and Delete; 0 is one that no row has.</param>
internal readonly record struct PendingChange(ChangeKind Kind, byte[] Key, byte[] Body, long Version);

/// <summary>A batch on its way to the writer: encoded on the caller's thread, and either cancelled or taken, never both.</summary>
internal sealed class PendingBatch
{
    private readonly TaskCompletionSource<CommitResult> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;

    internal PendingBatch(string partition, IReadOnlyList<RowChange> changes)
    {
        Partition = Encoding.UTF8.GetBytes(partition);
        Changes = new PendingChange[changes.Count];
        for (var i = 0; i < changes.Count; i++)
            Changes[i] = Prepare(changes[i]);
    }

    internal byte[] Partition { get; }
    internal PendingChange[] Changes { get; }

    /// <summary>Set by the writer; told to the caller only once the group is on the disk.</summary>
    internal CommitResult? Result { get; set; }
    internal Task<CommitResult> Done => done.Task;

    internal bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    internal void Cancel(CancellationToken cancellation)
    {
        if (TryTake())
            done.TrySetCanceled(cancellation);
    }

    internal void Finish() => done.TrySetResult(Result ?? throw new UnreachableException());

    internal void Fail(Exception fault) => done.TrySetException(fault);

    private static PendingChange Prepare(RowChange change) =>
        change switch
        {
            RowChange.Add add => new(ChangeKind.Add, Key(add), RowBody.Encode(add.Row.Values), 0),
            RowChange.Replace replace => new(ChangeKind.Replace, Key(replace), RowBody.Encode(replace.Row.Values), VersionOf(replace.ETag)),
            RowChange.Put put => new(ChangeKind.Put, Key(put), RowBody.Encode(put.Row.Values), 0),
            RowChange.Delete { ETag: null } delete => new(ChangeKind.DeleteAny, Key(delete), [], 0),
            RowChange.Delete delete => new(ChangeKind.Delete, Key(delete), [], VersionOf(delete.ETag)),
            _ => throw new UnreachableException(),
        };

    private static byte[] Key(RowChange change) => Encoding.UTF8.GetBytes(change.Key);

    /// <summary>An ETag of another table is simply stale.</summary>
    private static long VersionOf(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
