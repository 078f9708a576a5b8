using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>The table as it looks over a bad connection: what the port's words allow, no more.</summary>
internal sealed class UnreliableTable(ITable table) : ITable
{
    /// <summary>Of every batch until it is set again.</summary>
    public CommitFault CommitFault { get; set; }

    /// <summary>Nothing can be read after the next batch.</summary>
    public bool FailsReadsAfterCommit { get; set; }
    private bool failsReads;

    /// <summary>Deletions of drafts take so long.</summary>
    public Task DraftsGo { get; set; } = Task.CompletedTask;

    /// <summary>Happens while the next row that was read is on its way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Happens before the next batch that writes a register entry arrives.</summary>
    public Func<Task>? BeforeEntry { get; set; }

    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation)
    {
        if (failsReads)
            throw new IOException("cut");
        var row = await table.GetAsync(partition, key, cancellation);
        if (Meanwhile is { } happens)
        {
            Meanwhile = null;
            await happens();
        }
        return row;
    }

    public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation) =>
        table.ReadAsync(partition, from, before, take, cancellation);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
    {
        if (BeforeEntry is { } first && batch.Any(change => change.Key.StartsWith(Keys.EntryPrefix, StringComparison.Ordinal)))
        {
            BeforeEntry = null;
            await first();
        }
        if (CommitFault == CommitFault.NeverArrives)
            throw new OutcomeUnknownException("cut");
        failsReads = FailsReadsAfterCommit;
        if (batch is [RowChange.Delete { Key: Keys.Draft }])
            await DraftsGo;
        var result = await table.CommitAsync(partition, batch, cancellation);
        return CommitFault switch
        {
            CommitFault.ReplyLostAndRepeated => await table.CommitAsync(partition, batch, cancellation),
            CommitFault.ReplyLost => throw new OutcomeUnknownException("cut"),
            _ => result,
        };
    }
}

public enum CommitFault
{
    None,

    /// <summary>Written; the client's own repeat is refused because of it (src/SupplierBot.Storage/TABLES.md "Lost replies").</summary>
    ReplyLostAndRepeated,

    /// <summary>Written; nobody answered.</summary>
    ReplyLost,

    /// <summary>Not written; nobody answered.</summary>
    NeverArrives,
}
