using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Audit;

/// <summary>
/// Lists say what the cases and entries say that they lead to: each index row is there, says the same, and nothing else is there. How many
/// approvals a line counts follows from who holds which role at that moment, and is not compared.
/// </summary>
internal sealed class IndexAudit(ITable table, string partition, ChatSettings settings)
{
    /// <summary>Hash of a key → hash of what its row says. Of 100,000 cases some 20 MB.</summary>
    private readonly Dictionary<ulong, (ulong Says, string Owner)> wanted = [];
    private readonly SortedSet<string> doubtful = new(StringComparer.Ordinal);

    public void Expect(Case head) => Expect(head.Id, OfCase(head));

    public void Expect(RegisterEntry entry) => Expect(entry.Id, OfEntry(entry));

    private void Expect(string owner, IEnumerable<(string Key, string Says)> rows)
    {
        foreach (var (key, says) in rows)
            wanted[HashOf(key)] = (HashOf(says), owner);
    }

    public async Task CheckAsync(Action<string> tell, CancellationToken cancellation)
    {
        foreach (var prefix in IndexRows.OfCases.Concat(IndexRows.OfEntries))
        {
            await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
            {
                if (wanted.Remove(HashOf(row.Key), out var expected) && expected.Says == HashOf(Says(row)))
                    continue;
                if (Keys.OfIndex(row.Key) is { } owner)
                    doubtful.Add(owner);
                else
                    tell($"Row {row.Key}: leads to no case and no entry");
            }
        }
        doubtful.UnionWith(wanted.Values.Select(missing => missing.Owner));
        var stray = new List<string>();
        foreach (var owner in doubtful)
        {
            if (await FaultAsync(owner, cancellation) is { } words)
                tell(words);
            else
                stray.Add(owner);
        }
        await StrayAsync(stray, tell, cancellation);
    }

    /// <summary>One on its own, as it is now: the bot may have written in between.</summary>
    private async Task<string?> FaultAsync(string owner, CancellationToken cancellation)
    {
        foreach (var (key, says) in await OfAsync(owner, cancellation))
        {
            if (await table.GetAsync(partition, key, cancellation) is not { } row)
                return $"{owner}: the index row {key} is missing; `index rebuild` writes it again";
            if (Says(row) != says)
                return $"{owner}: the index row {key} says something else than it; `index rebuild` writes it again";
        }
        return null;
    }

    /// <summary>Rows beside those that should be there.</summary>
    private async Task StrayAsync(IReadOnlyCollection<string> owners, Action<string> tell, CancellationToken cancellation)
    {
        if (owners.Count == 0)
            return;
        foreach (var prefix in IndexRows.OfCases.Concat(IndexRows.OfEntries))
        {
            await foreach (var row in table.PrefixAsync(partition, prefix, cancellation))
            {
                if (Keys.OfIndex(row.Key) is not { } owner || !owners.Contains(owner))
                    continue;
                var stays =
                    (await OfAsync(owner, cancellation)).Any(wanted => wanted.Key == row.Key)
                    || await table.GetAsync(partition, row.Key, cancellation) is null;
                if (!stays)
                    tell($"{owner}: nothing leads to the index row {row.Key}; `index rebuild` removes it");
            }
        }
    }

    private async Task<IReadOnlyList<(string Key, string Says)>> OfAsync(string owner, CancellationToken cancellation)
    {
        try
        {
            return owner.StartsWith("REQ-", StringComparison.Ordinal)
                ? await table.GetAsync(partition, Keys.Case(owner), cancellation) is { } head
                    ? [.. OfCase(Rows.Read(head, StoredJson.Default.Case))]
                    : []
                : await table.GetAsync(partition, Keys.Entry(owner), cancellation) is { } entry
                    ? [.. OfEntry(Rows.Read(entry, StoredJson.Default.RegisterEntry))]
                    : [];
        }
        catch (UnreadableRowException)
        {
            return [];
        }
    }

    private IEnumerable<(string Key, string Says)> OfCase(Case head) =>
        IndexRows.Of(head, settings.Roles).Select(row => (row.Key, Says(row)));

    private static IEnumerable<(string Key, string Says)> OfEntry(RegisterEntry entry) =>
        IndexRows.Of(entry).Select(row => (row.Key, Says(row)));

    internal static string Says(Row row)
    {
        if (row.Values.ContainsKey("Entry"))
            return string.Join('\n', row.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Value));
        if (row.Values.GetValueOrDefault("Case") is string earlier)
            return earlier;
        try
        {
            var line = Rows.Read(row, StoredJson.Default.CaseLine);
            return $"{line.Id}\n{line.Supplier}\n{line.Status}\n{line.Tier}\n{line.Requester}\n{line.SubmittedAt:O}\n{line.DueAt:O}\n{line.OpenPoints}\n{line.ClaimedBy}";
        }
        catch (UnreadableRowException)
        {
            return "";
        }
    }

    private static ulong HashOf(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
