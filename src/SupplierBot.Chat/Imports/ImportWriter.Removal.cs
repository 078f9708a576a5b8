using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Chat.Imports;

/// <content>Taking entries off the register again.</content>
public sealed partial class ImportWriter
{
    private async Task RemoveAsync(Versioned<ImportBatch> batch, bool raced, CancellationToken cancellation)
    {
        var current = batch.Value;
        var lines = await LinesAsync(current, cancellation);
        var ids = Enumerable.Range(current.Progress, lines.Count).Select(number => CaseStore.EntryId(current.First + number)).ToList();
        var rows = await table.KeysAsync(partition, [.. ids.Select(Keys.Entry)], cancellation);
        var (kept, changes, taken) = (new List<string>(), new List<RowChange>(), 0);
        foreach (var (line, id) in lines.Zip(ids))
        {
            var next = await RemovalAsync(line, rows.GetValueOrDefault(Keys.Entry(id)), raced, cancellation);
            if (taken > 0 && changes.Count + (next?.Count ?? 0) > ImportChunks.MostLines)
                break;
            if (next is null)
                kept.Add(id);
            changes.AddRange(next ?? []);
            taken++;
        }
        await CommittedAsync(
            batch,
            current with
            {
                Progress = current.Progress + taken,
                Kept = [.. current.Kept, .. kept],
            },
            changes,
            cancellation
        );
    }

    /// <summary>Null for an entry that somebody worked on; nothing for one that isn't there.</summary>
    /// <param name="raced">The last try met an index row that was gone: now each is asked for first.</param>
    private async Task<IReadOnlyList<RowChange>?> RemovalAsync(ImportedLine line, Row? row, bool raced, CancellationToken cancellation)
    {
        if (row is null)
            return [];
        var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
        if (!EntryVerifier.IsAsImported(entry, line))
            return null;
        var changes = new List<RowChange> { new RowChange.Delete(row.Key, row.ETag) };
        foreach (var key in IndexRows.Of(entry).Select(index => index.Key))
        {
            if (!raced || await table.GetAsync(partition, key, cancellation) is not null)
                changes.Add(new RowChange.Delete(key));
        }
        return changes;
    }
}
