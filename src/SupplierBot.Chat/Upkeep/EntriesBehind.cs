using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Chat.Upkeep;

/// <summary>
/// Entries of earlier releases say nothing of who stands behind them: each gets what the stored answers of its case say.
/// </summary>
internal sealed class EntriesBehind(ITable table, string partition)
{
    public async Task WriteAsync(CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
        {
            if (await WrittenAsync(row, cancellation) is { } written)
                await table.CommitAsync(partition, [new RowChange.Replace(written, row.ETag!)], cancellation);
        }
    }

    /// <summary>Null where the entry stays as it is. What cannot be read is reported by the next reader.</summary>
    private async Task<Row?> WrittenAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
            if (entry.Behind is not null || await OfAsync(entry, cancellation) is not { } behind)
                return null;
            return Rows.Of(row.Key, entry with { Behind = behind }, StoredJson.Default.RegisterEntry);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>What nobody assessed yet has no case, and doesn't count.</summary>
    private async Task<Dependencies?> OfAsync(RegisterEntry entry, CancellationToken cancellation) =>
        entry.CaseId.Length > 0 && await table.GetAsync(partition, Keys.Case(entry.CaseId), cancellation) is { } head
            ? Dependencies.OrNull(Dependencies.Of(Rows.Read(head, StoredJson.Default.Case).Answers))
            : null;
}
