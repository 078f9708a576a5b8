using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// Of two entries that are one supplier, each says so of the other: the one that stays has the names of the one that was merged. There are
/// few, so that each is read again when all entries were seen.
/// </summary>
internal sealed class MergeAudit(ITable table, string partition)
{
    private const int Tries = 4;

    private readonly SortedSet<(string Merged, string Stays)> pairs = [];

    public void Saw(RegisterEntry entry)
    {
        if (entry.MergedInto is { } into)
            pairs.Add((entry.Id, into));
        foreach (var merged in entry.MergedEntries ?? [])
            pairs.Add((merged.Id, entry.Id));
    }

    public async Task CheckAsync(Action<string> tell, CancellationToken cancellation)
    {
        foreach (var (merged, stays) in pairs)
        {
            for (var tries = 1; ; tries++)
            {
                if (await FaultAsync(merged, stays, cancellation) is not { } words)
                    break;
                if (tries < Tries)
                    continue;
                tell($"{merged}: {words}");
                break;
            }
        }
    }

    private async Task<string?> FaultAsync(string mergedId, string staysId, CancellationToken cancellation)
    {
        var (merged, stays) = (await EntryAsync(mergedId, cancellation), await EntryAsync(staysId, cancellation));
        var head = merged is { CaseId.Length: > 0 } ? await table.GetAsync(partition, Keys.Case(merged.CaseId), cancellation) : null;
        return EntryVerifier.MergeFault(merged, Read(head), stays, staysId);
    }

    private async Task<RegisterEntry?> EntryAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return await table.GetAsync(partition, Keys.Entry(id), cancellation) is { } row
                ? Rows.Read(row, StoredJson.Default.RegisterEntry)
                : null;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private static Case? Read(Row? head)
    {
        try
        {
            return head is null ? null : Rows.Read(head, StoredJson.Default.Case);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
