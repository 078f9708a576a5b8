using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Upkeep;

/// <summary>
/// Entries of requests that were withdrawn or closed by themselves were "not approved" in earlier releases, as if somebody had refused
/// them:
/// each gets the status that its case makes of it.
/// </summary>
internal sealed class UndecidedEntries(ITable table, string partition)
{
    public async Task RenameAsync(CancellationToken cancellation)
    {
        await foreach (var row in table.PrefixAsync(partition, Keys.EntryPrefix, cancellation))
        {
            if (await RenamedAsync(row, cancellation) is { } renamed)
                await table.CommitAsync(partition, [new RowChange.Replace(renamed, row.ETag!)], cancellation);
        }
    }

    /// <summary>Null where the entry stays as it is. What cannot be read is told by whoever meets it.</summary>
    private async Task<Row?> RenamedAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
            if (
                entry.Status != EntryStatus.NotApproved
                || await table.GetAsync(partition, Keys.Case(entry.CaseId), cancellation) is not { } head
            )
                return null;
            var wanted = RegisterUpdate.StatusOf(Rows.Read(head, StoredJson.Default.Case));
            return EntryVerifier.IsOlderWord(entry.Status, wanted)
                ? Rows.Of(row.Key, entry with { Status = wanted }, StoredJson.Default.RegisterEntry)
                : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
