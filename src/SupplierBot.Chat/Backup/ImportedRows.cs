using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Backup;

/// <summary>What one line of a backup becomes: batches in the order they are written, with the index rows that follow from it.</summary>
internal sealed class ImportedRows(RoleHolders roles)
{
    /// <summary>
    /// A transaction has 100 rows and 4 MiB (src/SupplierBot.Storage/TABLES.md "Limits"); text can be six times as long on its way as it
    /// is.
    /// </summary>
    private const int MostRows = 80;
    private const long MostBytes = 3 * 1024 * 1024;

    /// <summary>A head or an entry of it cannot be read: it comes as it is, and has no index rows.</summary>
    public bool Unreadable { get; private set; }

    public bool IsCase { get; private set; }

    public IEnumerable<(string Partition, IReadOnlyList<Row> Rows)> BatchesOf(BackupLine line, string organisation)
    {
        switch (line)
        {
            case BackupLine.Single single:
                yield return (single.Partition, [single.Row, .. EntryIndex(single, organisation)]);
                break;
            case BackupLine.WholeCase whole:
                IsCase = true;
                foreach (var batch in Batches(whole))
                    yield return (Keys.Workflow(organisation), batch);
                break;
        }
    }

    /// <summary>The head and what finds it come last and together.</summary>
    private IEnumerable<IReadOnlyList<Row>> Batches(BackupLine.WholeCase whole)
    {
        IReadOnlyList<Row> last = whole.Head is { } head
            ? [head, .. IndexOf(() => IndexRows.Of(Rows.Read(head, StoredJson.Default.Case), roles))]
            : [];
        var batch = new List<Row>();
        var bytes = last.Sum(Bytes);
        foreach (var row in whole.Rows)
        {
            if (batch.Count + last.Count >= MostRows || bytes + Bytes(row) > MostBytes)
            {
                if (batch.Count > 0)
                    yield return batch;
                (batch, bytes) = ([], last.Sum(Bytes));
            }
            batch.Add(row);
            bytes += Bytes(row);
        }
        if (bytes > MostBytes && batch.Count > 0 && last.Count > 0)
        {
            yield return batch;
            batch = [];
        }
        if (batch.Count + last.Count > 0)
            yield return [.. batch, .. last];
    }

    private IReadOnlyList<Row> EntryIndex(BackupLine.Single single, string organisation) =>
        single.Partition == Keys.Workflow(organisation) && single.Row.Key.StartsWith(Keys.EntryPrefix, StringComparison.Ordinal)
            ? IndexOf(() => IndexRows.Of(Rows.Read(single.Row, StoredJson.Default.RegisterEntry)))
            : [];

    private IReadOnlyList<Row> IndexOf(Func<IReadOnlyList<Row>> index)
    {
        try
        {
            return index();
        }
        catch (UnreadableRowException)
        {
            Unreadable = true;
            return [];
        }
    }

    private static long Bytes(Row row) =>
        1024
        + row.Values.Sum(value =>
            value.Value switch
            {
                string text => 6L * text.Length,
                byte[] bytes => 2L * bytes.Length,
                _ => 64,
            }
        );
}
